#include "store/searcher.hpp"

#include "base/file.hpp"
#include "model/index_document.hpp"
#include "model/stored_article.hpp"
#include "search/highlighter.hpp"
#include "store/acronym_terms.hpp"
#include "store/article_lookup.hpp"
#include "store/document_seal.hpp"
#include "store/facets.hpp"
#include "store/live_database.hpp"
#include "store/match_counts.hpp"
#include "store/query_compiler.hpp"
#include "store/ranking.hpp"
#include "store/schema.hpp"
#include "store/timeline.hpp"
#include "store/word_tally.hpp"
#include "store/xapian_door.hpp"

#include <chrono>
#include <utility>

namespace sitrep {
namespace {

constexpr int kTries = 5;
constexpr std::uint64_t kSampledHits = 200;  ///< that telling words are taken from

/// What the match leaves behind, copied out before a writer can take it away.
struct FetchedHit {
    Xapian::docid id = 0;
    double weight = 0;
    std::string data;
};

struct Fetched {
    std::vector<FetchedHit> hits;
    std::uint64_t total = 0;
    bool total_is_estimate = false;
    std::uint64_t total_with_all = 0;
    std::vector<std::string> optional_words;
    std::string explanation;
    std::vector<FacetCounts> facets;
    std::optional<Timeline> timeline;
};

void leave_out(const std::string& unique_term, CompiledQuery& compiled) {
    for (Xapian::Query* query : {&compiled.strict, &compiled.relaxed})
        *query = Xapian::Query(Xapian::Query::OP_AND_NOT, *query, Xapian::Query(unique_term));
}

/// The term of the document that begins with Q: it has one.
std::string unique_term_of(const Xapian::Database& database, Xapian::docid document) {
    auto term = database.termlist_begin(document);
    term.skip_to("Q");
    return term == database.termlist_end(document) ? std::string() : *term;
}

}  // namespace

struct Searcher::State final : AcronymSource {
    State(std::string where, Xapian::Database opened,
          std::map<std::string, std::string> known_roots, Analyzer reader)
        : path(std::move(where)),
          database(std::move(opened)),
          roots(std::move(known_roots)),
          analyzer(std::move(reader)) {}

    std::string path;
    Xapian::Database database;
    std::map<std::string, std::string> roots;
    Analyzer analyzer;

    Fetched fetch(const Query& query, const SearchOptions& options) const {
        CompiledQuery compiled = compile(query, database);
        if (!options.without.empty()) leave_out(options.without, compiled);
        const Ranking ranking = rank(database, compiled, options);
        Fetched fetched;
        fetched.total = ranking.hits.get_matches_estimated();
        fetched.total_is_estimate =
            ranking.hits.get_matches_lower_bound() != ranking.hits.get_matches_upper_bound();
        fetched.total_with_all = ranking.total_with_all;
        fetched.optional_words = ranking.optional_words;
        fetched.explanation = ranking.query.get_description();
        for (auto item = ranking.hits.begin(); item != ranking.hits.end(); ++item) {
            fetched.hits.push_back({*item, item.get_weight(), item.get_document().get_data()});
        }
        if (options.counts_matches()) count_matches(ranking.query, options, fetched);
        return fetched;
    }

    /// Facets and timeline are of the articles that the total counts, the relaxed ones included.
    void count_matches(const Xapian::Query& query, const SearchOptions& options,
                       Fetched& fetched) const {
        std::vector<Slot> slots;
        for (const Facet facet : options.facets) slots.push_back(facet_row(facet).slot);
        if (options.timeline) slots.push_back(Slot::Date);
        const MatchCounts counts = count_values(database, query, slots);
        fetched.total = counts.articles;
        fetched.total_is_estimate = false;
        for (const Facet facet : options.facets)
            fetched.facets.push_back(facet_counts(facet, counts));
        if (options.timeline) {
            fetched.timeline =
                timeline_of(*options.timeline, counts, count_all_values(database, Slot::Date));
        }
    }

    /// `work`, on a fresh snapshot each time a writer overtook the last.
    template <class Work>
    auto on_snapshot(Work&& work) {
        auto result = through_xapian(path, work);
        for (int tries = 1;
             tries < kTries && !result && result.error().code == ErrorCode::Overtaken; ++tries) {
            result = through_xapian(path, [&] {
                database.reopen();
                roots = schema::roots(database);
                return work();
            });
        }
        return result;
    }

    template <class Read>
    auto known(const Read& read) -> decltype(read()) {
        auto result = on_snapshot(read);
        if (result) return *std::move(result);
        return {};
    }
    std::vector<AcronymMeaning> meanings_of(std::string_view acronym) override {
        if (acronym.empty()) return {};
        return known([&] { return acronym_terms::meanings_of(database, acronym); });
    }
    std::vector<AcronymMeaning> acronyms_of(std::string_view words) override {
        if (words.empty()) return {};
        return known([&] { return acronym_terms::acronyms_of(database, words); });
    }
    bool holds(std::string_view words) override {
        return known([&] { return acronym_terms::holds(database, words); });
    }

    std::string file_of(const StoredArticle& stored) const {
        const auto root = roots.find(stored.file.root);
        return joined_path(root == roots.end() ? "/" : root->second, stored.file.path);
    }
    std::string path_of(const StoredArticle& stored) const {
        return Origin{file_of(stored), stored.place}.text();
    }
    static std::string id_of(const StoredArticle& stored, const std::string& path) {
        const std::string& given = stored.article.header.id;
        return given.empty() ? shown_id(stored, path) : given;
    }

    Result<StoredArticle> stored_from(std::string_view data) const {
        Result<StoredArticle> stored = decode_stored_article(seal::article_in(data));
        if (stored) return stored;
        return Error{stored.error().code, path + ": " + stored.error().message,
                     stored.error().hint};
    }

    /// The articles that hits show as `name`: its id, or its path.
    Result<std::vector<FoundArticle>> find(std::string_view name) const {
        std::vector<FoundArticle> found;
        for (const Xapian::docid id : documents_named(database, roots, name)) {
            Result<StoredArticle> stored = stored_from(database.get_document(id).get_data());
            if (!stored) return stored.error();
            FoundArticle each{
                "", path_of(*stored), file_of(*stored), unique_term_of(database, id), {}};
            each.id = id_of(*stored, each.path);
            if (each.id != name && each.path != name) continue;
            each.article = std::move(stored->article);
            found.push_back(std::move(each));
        }
        return found;
    }

    Result<Hit> hit_from(const FetchedHit& fetched, const Highlighter& highlighter,
                         const SearchOptions& options) const {
        Result<StoredArticle> stored = stored_from(fetched.data);
        if (!stored) return stored.error();
        Hit hit;
        hit.score = fetched.weight;
        hit.path = path_of(*stored);
        hit.file = file_of(*stored);
        hit.id = id_of(*stored, hit.path);
        if (options.snippets) {
            hit.snippet = highlighter.snippet(stored->article);
            hit.title_highlights = highlighter.highlights(stored->article.header.title);
        }
        hit.header = std::move(stored->article.header);
        return hit;
    }

    /// The path inside the root; where the root is the file itself, its name.
    static std::string shown_id(const StoredArticle& stored, const std::string& path) {
        if (stored.file.path.empty()) return path.substr(path.rfind('/') + 1);
        return Origin{stored.file.path, stored.place}.text();
    }
};

Searcher::Searcher(std::unique_ptr<State> state) : state_(std::move(state)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Result<Searcher> Searcher::open(const std::string& path) {
    Result<Searcher> searcher = open_once(path);
    for (int tries = 1;
         tries < kTries && !searcher && searcher.error().code == ErrorCode::Overtaken; ++tries) {
        searcher = open_once(path);
    }
    return searcher;
}

Result<Searcher> Searcher::open_once(const std::string& path) {
    Result<Xapian::Database> database = open_live_database(path);
    if (!database) return database.error();
    const Result<AnalyzerConfig> config =
        through_xapian(path, [&] { return schema::check(*database, path); });
    if (!config) return config.error();
    Result<Analyzer> analyzer = Analyzer::create(*config);
    if (!analyzer) return analyzer.error();
    auto roots = through_xapian(path, [&] { return schema::roots(*database); });
    if (!roots) return roots.error();
    return Searcher(std::unique_ptr<State>(
        new State(path, *std::move(database), *std::move(roots), *std::move(analyzer))));
}

Analyzer& Searcher::analyzer() { return state_->analyzer; }

std::uint64_t Searcher::document_count() const { return state_->database.get_doccount(); }

std::vector<std::string> Searcher::stem_languages() {
    return state_->known([this] {
        const std::string prefix(kStemsPrefix);
        std::vector<std::string> languages;
        const Xapian::Database& database = state_->database;
        for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix);
             ++term) {
            languages.push_back((*term).substr(prefix.size()));
        }
        return languages;
    });
}

AcronymSource& Searcher::acronyms() { return *state_; }

Result<std::vector<AcronymMeaning>> Searcher::defined_acronyms(std::string_view acronym) {
    return state_->on_snapshot(
        [&] { return acronym_terms::meanings_of(state_->database, acronym); });
}

Result<HitList> Searcher::search(const Query& query, const SearchOptions& options) {
    const auto start = std::chrono::steady_clock::now();
    Result<Fetched> fetched = state_->on_snapshot([&] { return state_->fetch(query, options); });
    if (!fetched) return fetched.error();

    HitList list;
    const Highlighter highlighter(query, state_->analyzer);
    for (const FetchedHit& item : fetched->hits) {
        Result<Hit> hit = state_->hit_from(item, highlighter, options);
        if (!hit) return hit.error();
        hit->rank = options.offset + list.hits.size() + 1;
        list.hits.push_back(*std::move(hit));
    }
    list.total = fetched->total;
    list.total_is_estimate = fetched->total_is_estimate;
    list.total_with_all = fetched->total_with_all;
    list.optional_words = std::move(fetched->optional_words);
    list.explanation = std::move(fetched->explanation);
    list.facets = std::move(fetched->facets);
    list.timeline = std::move(fetched->timeline);
    list.corpus_size = document_count();
    list.elapsed_ms =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    return list;
}

Result<std::vector<FoundArticle>> Searcher::find(std::string_view name) {
    return state_->on_snapshot([&] { return state_->find(name); });
}

Result<std::vector<TellingWord>> Searcher::telling_words(const Query& query,
                                                         const StopWords& stop_words) {
    SearchOptions sample;
    sample.limit = kSampledHits;
    return state_->on_snapshot([&]() -> Result<std::vector<TellingWord>> {
        WordTally tally(state_->analyzer, stop_words);
        for (const FetchedHit& hit : state_->fetch(query, sample).hits) {
            const Result<StoredArticle> stored = state_->stored_from(hit.data);
            if (!stored) return stored.error();
            tally.add(stored->article);
        }
        return tally.that_set_apart(state_->database);
    });
}

Result<std::vector<TellingWord>> Searcher::telling_words(const Article& article,
                                                         const StopWords& stop_words) {
    WordTally tally(state_->analyzer, stop_words);
    tally.add(article);
    return state_->on_snapshot([&] { return tally.that_find_alike(state_->database); });
}

Result<HitList> Searcher::count(const Query& query) {
    SearchOptions nothing;
    nothing.limit = 0;
    nothing.exact_total = true;
    return search(query, nothing);
}

}  // namespace sitrep
