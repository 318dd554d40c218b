#include "store/searcher.hpp"

#include "base/file.hpp"
#include "model/index_document.hpp"
#include "model/stored_article.hpp"
#include "search/highlighter.hpp"
#include "store/acronym_terms.hpp"
#include "store/database_set.hpp"
#include "store/document_seal.hpp"
#include "store/facets.hpp"
#include "store/first_term.hpp"
#include "store/folding.hpp"
#include "store/hit_account.hpp"
#include "store/match_counts.hpp"
#include "store/ranking.hpp"
#include "store/timeline.hpp"
#include "store/word_list.hpp"
#include "store/word_tally.hpp"
#include "store/xapian_door.hpp"

#include <chrono>
#include <iterator>
#include <utility>

namespace sitrep {
namespace {

constexpr int kTries = 5;
constexpr std::uint64_t kSampledHits = 200;  ///< that telling words are taken from

double milliseconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
}

/// What the match leaves behind, copied out before a writer can take it away.
struct FetchedHit {
    Xapian::docid id = 0;
    double weight = 0;
    std::string data;
    std::vector<ReadDocument> copies = {};
    bool may_have_more_copies = false;
};

/// The answer without its hits, and what these are made of.
struct Fetched {
    std::vector<FetchedHit> hits;
    HitList list;
};

}  // namespace

struct Searcher::State final : AcronymSource, TermSource {
    State(DatabaseSet opened, Analyzer reader)
        : databases(std::move(opened)), analyzer(std::move(reader)) {}

    DatabaseSet databases;
    const Xapian::Database& database = databases.all();
    Analyzer analyzer;

    Fetched fetch(const Query& query, const SearchOptions& options) {
        Ranking ranking;
        Fetched fetched;
        if (options.fold_copies && options.limit > 0 && !options.sample) {
            FoldedList list = rank_folded(database, query, options, analyzer);
            for (FoldedHit& hit : list.hits) fetched.hits.push_back(fetched_hit(std::move(hit)));
            ranking = std::move(list.ranking);
        } else {
            ranking = rank(database, query, options, analyzer);
            for (const RankedHit& hit : ranking.hits)
                fetched.hits.push_back(
                    {hit.id, hit.weight, database.get_document(hit.id).get_data()});
        }
        HitList& list = fetched.list;
        list.total = ranking.total;
        list.total_is_estimate = ranking.total_is_estimate;
        list.total_with_all = ranking.total_with_all;
        list.optional_words = std::move(ranking.optional_words);
        list.learnt_words = std::move(ranking.learnt_words);
        list.explanation = ranking.query.get_description();
        list.corpus_size = database.get_doccount();
        if (options.counts_matches()) count_matches(ranking.query, options, list);
        return fetched;
    }

    static FetchedHit fetched_hit(FoldedHit folded) {
        std::vector<ReadDocument>& documents = folded.documents;
        FetchedHit hit{documents.front().id, folded.weight, std::move(documents.front().data)};
        hit.copies.assign(std::make_move_iterator(documents.begin() + 1),
                          std::make_move_iterator(documents.end()));
        hit.may_have_more_copies = folded.is_cut_short;
        return hit;
    }

    /// Facets and timeline are of the articles that the total counts, the relaxed ones included.
    void count_matches(const Xapian::Query& query, const SearchOptions& options,
                       HitList& list) const {
        std::vector<Slot> slots;
        for (const Facet facet : options.facets) slots.push_back(facet_row(facet).slot);
        if (options.timeline) slots.push_back(Slot::Date);
        const MatchCounts counts = count_values(database, query, slots);
        list.total = counts.articles;
        list.total_is_estimate = false;
        for (const Facet facet : options.facets) list.facets.push_back(facet_counts(facet, counts));
        if (options.timeline) {
            list.timeline =
                timeline_of(*options.timeline, counts, count_all_values(database, Slot::Date));
        }
    }

    /// `work`, on a fresh snapshot each time a writer overtook the last.
    template <class Work>
    auto on_snapshot(Work&& work) {
        auto result = through_xapian(databases.name(), work);
        for (int tries = 1;
             tries < kTries && !result && result.error().code == ErrorCode::Overtaken; ++tries) {
            result = through_xapian(databases.name(), [&] {
                databases.reopen();
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

    std::vector<PatternForm> terms(
        Field field, std::string_view beginning,
        const std::function<bool(std::string_view)>& is_wanted) override {
        return known([&] { return word_list::terms(database, field, beginning, is_wanted); });
    }
    std::uint64_t articles_with(Field field, const QueryTerm& word) override {
        return known([&] { return word_list::articles_with(database, field, word); });
    }

    std::string file_of(Xapian::docid id, const StoredArticle& stored) const {
        return joined_path(databases.root_of(id, stored.file.root), stored.file.path);
    }
    std::string path_of(Xapian::docid id, const StoredArticle& stored) const {
        return Origin{file_of(id, stored), stored.place}.text();
    }
    Result<StoredArticle> stored_from(Xapian::docid id, std::string_view data) const {
        Result<StoredArticle> stored = decode_stored_article(seal::article_in(data));
        if (stored) return stored;
        return Error{stored.error().code, databases.path_of(id) + ": " + stored.error().message,
                     stored.error().hint};
    }

    struct NamedDocument {
        Xapian::docid id;
        FoundArticle found;
    };
    /// The articles that hits show as `name`: its id, or its path.
    Result<std::vector<NamedDocument>> find(std::string_view name) const {
        std::vector<NamedDocument> named;
        for (const Xapian::docid id : databases.documents_named(name)) {
            Result<StoredArticle> stored = stored_from(id, database.get_document(id).get_data());
            if (!stored) return stored.error();
            const std::string path_there = path_of(id, *stored);
            std::string shown = shown_id(*stored, path_there);
            if (shown != name && path_there != name) continue;
            named.push_back({id,
                             {std::move(shown), path_there, file_of(id, *stored),
                              unique_term_of(database, id), std::move(stored->article)}});
        }
        return named;
    }

    Result<Hit> hit_from(const FetchedHit& fetched, const Highlighter& highlighter,
                         const SearchOptions& options) const {
        Result<StoredArticle> stored = stored_from(fetched.id, fetched.data);
        if (!stored) return stored.error();
        Hit hit;
        hit.score = fetched.weight;
        hit.path = path_of(fetched.id, *stored);
        hit.file = file_of(fetched.id, *stored);
        hit.id = shown_id(*stored, hit.path);
        for (const ReadDocument& document : fetched.copies) {
            const Result<StoredArticle> copy = stored_from(document.id, document.data);
            if (!copy) return copy.error();
            const ArticleHeader& header = copy->article.header;
            std::string copy_path = path_of(document.id, *copy);
            hit.copies.push_back({shown_id(*copy, copy_path), std::move(copy_path), header.outlet,
                                  header.published});
        }
        hit.may_have_more_copies = fetched.may_have_more_copies;
        if (options.snippets) {
            hit.snippet = highlighter.snippet(stored->article);
            hit.title_highlights = highlighter.highlights(stored->article.header.title);
        }
        hit.header = std::move(stored->article.header);
        return hit;
    }

    Result<std::vector<Hit>> hits_from(const std::vector<FetchedHit>& fetched,
                                       const Highlighter& highlighter,
                                       const SearchOptions& options) const {
        std::vector<Hit> hits;
        for (const FetchedHit& item : fetched) {
            Result<Hit> hit = hit_from(item, highlighter, options);
            if (!hit) return hit.error();
            hit->rank = options.offset + hits.size() + 1;
            hits.push_back(*std::move(hit));
        }
        return hits;
    }

    /// The given one, else the path inside the root; where the root is the file itself, its name.
    static std::string shown_id(const StoredArticle& stored, const std::string& path) {
        if (!stored.article.header.id.empty()) return stored.article.header.id;
        if (stored.file.path.empty()) return path.substr(path.rfind('/') + 1);
        return Origin{stored.file.path, stored.place}.text();
    }
};

Searcher::Searcher(std::unique_ptr<State> state) : state_(std::move(state)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Result<Searcher> Searcher::open(const std::vector<std::string>& paths) {
    Result<Searcher> searcher = open_once(paths);
    for (int tries = 1;
         tries < kTries && !searcher && searcher.error().code == ErrorCode::Overtaken; ++tries) {
        searcher = open_once(paths);
    }
    return searcher;
}

Result<Searcher> Searcher::open_once(const std::vector<std::string>& paths) {
    Result<DatabaseSet> databases = DatabaseSet::open(paths);
    if (!databases) return databases.error();
    Result<Analyzer> analyzer = Analyzer::create(databases->analyzer_config());
    if (!analyzer) return analyzer.error();
    return Searcher(std::unique_ptr<State>(new State(*std::move(databases), *std::move(analyzer))));
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

TermSource& Searcher::terms() { return *state_; }

Result<std::vector<AcronymMeaning>> Searcher::defined_acronyms(std::string_view acronym) {
    return state_->on_snapshot(
        [&] { return acronym_terms::meanings_of(state_->database, acronym); });
}

Result<HitList> Searcher::search(const Query& query, const SearchOptions& options) {
    const auto start = std::chrono::steady_clock::now();
    Result<Fetched> fetched = state_->on_snapshot([&] { return state_->fetch(query, options); });
    if (!fetched) return fetched.error();

    HitList& list = fetched->list;
    list.search_ms = milliseconds_since(start);
    const Highlighter highlighter(query, state_->analyzer);
    Result<std::vector<Hit>> hits = state_->hits_from(fetched->hits, highlighter, options);
    if (!hits) return hits.error();
    list.hits = *std::move(hits);
    list.elapsed_ms = milliseconds_since(start);
    return std::move(list);
}

Result<HitList> Searcher::copies_of(std::string_view id, const SearchOptions& options) {
    Result<CopyList> copies = state_->on_snapshot([&]() -> Result<CopyList> {
        const auto named = state_->find(id);
        if (!named) return named.error();
        std::vector<Xapian::docid> documents;
        for (const State::NamedDocument& one : *named) documents.push_back(one.id);
        return copies_of_documents(state_->database, documents, options, state_->analyzer);
    });
    if (!copies) return copies.error();
    std::vector<FetchedHit> fetched;
    for (ReadDocument& document : copies->documents)
        fetched.push_back({document.id, 0, std::move(document.data)});
    const Highlighter of_nothing(Query{0, AndQuery{}}, state_->analyzer);
    Result<std::vector<Hit>> hits = state_->hits_from(fetched, of_nothing, options);
    if (!hits) return hits.error();
    HitList list;
    list.hits = *std::move(hits);
    list.total = copies->total;
    list.total_is_estimate = copies->is_cut_short;
    list.corpus_size = document_count();
    return list;
}

Result<std::vector<FoundArticle>> Searcher::find(std::string_view name) {
    return state_->on_snapshot([&]() -> Result<std::vector<FoundArticle>> {
        auto named = state_->find(name);
        if (!named) return named.error();
        std::vector<FoundArticle> found;
        for (State::NamedDocument& one : *named) found.push_back(std::move(one.found));
        return found;
    });
}

Result<std::vector<HitAccount>> Searcher::account_for(std::string_view name, const Query& query,
                                                      const SearchOptions& options) {
    return state_->on_snapshot([&]() -> Result<std::vector<HitAccount>> {
        const auto named = state_->find(name);
        if (!named) return named.error();
        std::vector<HitAccount> accounts;
        for (const State::NamedDocument& one : *named) {
            HitAccount account = sitrep::account_for(
                state_->database, one.id, one.found.unique_term, query, options, state_->analyzer);
            account.id = one.found.id;
            account.path = one.found.path;
            accounts.push_back(std::move(account));
        }
        return accounts;
    });
}

Result<std::vector<TellingWord>> Searcher::telling_words(const Query& query,
                                                         const StopWords& stop_words) {
    SearchOptions sample;
    sample.limit = kSampledHits;
    return state_->on_snapshot([&]() -> Result<std::vector<TellingWord>> {
        WordTally tally(state_->analyzer, stop_words);
        for (const FetchedHit& hit : state_->fetch(query, sample).hits) {
            const Result<StoredArticle> stored = state_->stored_from(hit.id, hit.data);
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
