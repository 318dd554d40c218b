#include "store/searcher.hpp"

#include "base/file.hpp"
#include "model/index_document.hpp"
#include "model/stored_article.hpp"
#include "search/highlighter.hpp"
#include "store/acronym_terms.hpp"
#include "store/article_stream.hpp"
#include "store/database_set.hpp"
#include "store/document_seal.hpp"
#include "store/each_term.hpp"
#include "store/facets.hpp"
#include "store/first_term.hpp"
#include "store/folding.hpp"
#include "store/hit_account.hpp"
#include "store/hit_reader.hpp"
#include "store/match_counts.hpp"
#include "store/ranking.hpp"
#include "store/timeline.hpp"
#include "store/watching.hpp"
#include "store/word_list.hpp"
#include "store/word_tally.hpp"
#include "store/xapian_door.hpp"
#include "text/date.hpp"

#include <chrono>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

namespace sitrep {
namespace {

constexpr int kTries = 5;
constexpr std::uint64_t kSampledHits = 200;  ///< that telling words are taken from

double milliseconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
}

/// What is remembered of an article that is gone.
Hit hit_of(const WatchedArticle& article) {
    Hit hit;
    hit.change = Change::Gone;
    hit.id = article.id;
    hit.path = article.path;
    hit.file = article.file;
    hit.header.title = article.title;
    hit.header.outlet = article.outlet;
    hit.header.published = article.published;
    return hit;
}

/// The answer without its hits, and what these are made of.
struct Fetched {
    std::vector<FetchedHit> hits;
    HitList list;
};

}  // namespace

struct Searcher::State final : WordingSource, TermSource {
    State(DatabaseSet opened, Analyzer reader)
        : databases(std::move(opened)), analyzer(std::move(reader)) {}

    DatabaseSet databases;
    const Xapian::Database& database = databases.all();
    const HitReader articles{databases};
    Analyzer analyzer;
    std::optional<Error> trouble;  ///< the first of looking words up
    std::map<std::string, std::vector<AcronymMeaning>> long_forms;  ///< by how they begin

    /// Of copies nobody knows how many there are before they are found.
    Expect expect() const {
        if (!databases.is_remote()) return {};
        return [this](std::uint64_t count) { databases.expect(count); };
    }

    Fetched fetch(const Query& query, const SearchOptions& options) {
        Ranking ranking;
        Fetched fetched;
        databases.expect(options.offset + options.limit);
        if (options.fold_copies && options.limit > 0 && !options.sample) {
            FoldedList list = rank_folded(database, query, options, analyzer, expect());
            for (FoldedHit& hit : list.hits) fetched.hits.push_back(fetched_hit(std::move(hit)));
            ranking = std::move(list.ranking);
        } else {
            ranking = rank(database, query, options, analyzer);
            for (const RankedHit& hit : ranking.hits)
                fetched.hits.push_back({read_document(database, hit.id), hit.weight});
        }
        HitList& list = fetched.list;
        list.total = ranking.total;
        list.total_is_estimate = ranking.total_is_estimate;
        list.total_with_all = ranking.total_with_all;
        list.optional_words = std::move(ranking.optional_words);
        list.learnt_words = std::move(ranking.learnt_words);
        list.explanation = ranking.query.whole().get_description();
        if (options.counts_matches()) count_matches(ranking.query.asked, options, list);
        return fetched;
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
        if (list.optional_words.empty()) list.total_with_all = counts.articles;
        for (const Facet facet : options.facets) list.facets.push_back(facet_counts(facet, counts));
        if (options.timeline) {
            list.timeline = timeline_of(*options.timeline, counts, all_days(), today());
        }
    }

    /// A stream of values is the fastest; from a server it is a round trip for each document.
    ValueCounts all_days() const {
        if (!databases.is_remote()) return count_all_values(database, Slot::Date);
        return count_values(database, Xapian::Query(""), {Slot::Date}).slots.at(Slot::Date);
    }

    /// DatabaseSet::ask(), for what a question is asked for in the end. Where words could not be
    /// looked up, the answer would lack them: it fails as they did.
    template <class Work, class MayRepeat>
    auto on_snapshot(const Work& work, const MayRepeat& may_repeat)
        -> decltype(databases.ask(work, may_repeat)) {
        if (trouble) return *trouble;
        auto made = databases.ask(work, may_repeat);
        databases.next_question();
        long_forms.clear();
        return made;
    }

    template <class Work>
    auto on_snapshot(const Work& work) {
        return on_snapshot(work, [] { return true; });
    }

    /// What is looked up before: in the question's time, too.
    template <class Read>
    auto known(const Read& read) -> decltype(read()) {
        if (trouble) return {};
        auto result = databases.ask(read, [] { return true; });
        if (result) return *std::move(result);
        trouble = result.error();
        return {};
    }
    std::vector<AcronymMeaning> meanings_of(std::string_view acronym) override {
        if (acronym.empty()) return {};
        return known([&] { return acronym_terms::meanings_of(database, acronym); });
    }
    std::vector<AcronymMeaning> acronyms_of(std::string_view words) override {
        if (words.empty()) return {};
        const std::size_t first_word = words.find(' ');
        if (!databases.is_remote() || first_word == std::string_view::npos)
            return known([&] { return acronym_terms::acronyms_of(database, words); });
        std::vector<AcronymMeaning> found = long_forms_from(words.substr(0, first_word + 1));
        std::erase_if(found, [&](const AcronymMeaning& one) { return one.words != words; });
        return found;
    }
    /// A question asks for every run of its words, and each look is a round trip.
    const std::vector<AcronymMeaning>& long_forms_from(std::string_view beginning) {
        const auto [at, is_new] = long_forms.try_emplace(std::string(beginning));
        if (is_new)
            at->second = known([&] { return acronym_terms::long_forms_from(database, beginning); });
        return at->second;
    }
    bool holds(std::string_view words, Field field) override {
        return known([&] { return word_list::holds(database, words, field); });
    }
    bool holds_unjoined(std::string_view word) override {
        return known([&] { return word_list::holds_unjoined(database, word); });
    }

    std::vector<PatternForm> terms(Field field, std::string_view beginning,
                                   const WordJudge& judge) override {
        return known([&] { return word_list::terms(database, field, beginning, judge); });
    }
    std::uint64_t articles_with(Field field, const QueryTerm& word) override {
        return known([&] { return word_list::articles_with(database, field, word); });
    }
};

Searcher::Searcher(std::unique_ptr<State> state) : state_(std::move(state)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Result<Searcher> Searcher::open(const std::vector<std::string>& names, const ServerAccess& access) {
    Result<Searcher> searcher = open_once(names, access);
    for (int tries = 1;
         tries < kTries && !searcher && searcher.error().code == ErrorCode::Overtaken; ++tries) {
        searcher = open_once(names, access);
    }
    return searcher;
}

Result<Searcher> Searcher::open_once(const std::vector<std::string>& names,
                                     const ServerAccess& access) {
    Result<DatabaseSet> databases = DatabaseSet::open(names, access);
    if (!databases) return databases.error();
    Result<Analyzer> analyzer = Analyzer::create(databases->analyzer_config());
    if (!analyzer) return analyzer.error();
    return Searcher(std::unique_ptr<State>(new State(*std::move(databases), *std::move(analyzer))));
}

const std::vector<MissingDatabase>& Searcher::missing() const {
    return state_->databases.missing();
}

Analyzer& Searcher::analyzer() { return state_->analyzer; }

std::uint64_t Searcher::document_count() const { return state_->database.get_doccount(); }

std::vector<std::string> Searcher::root_paths() const { return state_->databases.root_paths(); }

std::vector<std::string> Searcher::stem_languages() {
    return state_->known([this] {
        std::vector<std::string> languages;
        each_term(state_->database, std::string(kStemsPrefix),
                  [&](std::string_view language, const Xapian::TermIterator& /*at*/) {
                      languages.emplace_back(language);
                  });
        return languages;
    });
}

WordingSource& Searcher::wordings() { return *state_; }

TermSource& Searcher::terms() { return *state_; }

const std::optional<Error>& Searcher::trouble() const { return state_->trouble; }

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
    Result<std::vector<Hit>> hits = state_->articles.hits(fetched->hits, highlighter, options);
    if (!hits) return hits.error();
    list.hits = *std::move(hits);
    list.elapsed_ms = milliseconds_since(start);
    return std::move(list);
}

Result<HitList> Searcher::copies_of(std::string_view id, const SearchOptions& options) {
    Result<CopyList> copies = state_->on_snapshot([&]() -> Result<CopyList> {
        const auto named = state_->articles.find(id);
        if (!named) return named.error();
        std::vector<Xapian::docid> documents;
        for (const NamedDocument& one : *named) documents.push_back(one.id);
        state_->databases.expect(options.offset + options.limit);
        return copies_of_documents(state_->database, documents, options, state_->analyzer,
                                   state_->expect());
    });
    if (!copies) return copies.error();
    std::vector<FetchedHit> fetched;
    for (ReadDocument& document : copies->documents) fetched.push_back({std::move(document), 0});
    const Highlighter of_nothing(Query{0, AndQuery{}}, state_->analyzer);
    Result<std::vector<Hit>> hits = state_->articles.hits(fetched, of_nothing, options);
    if (!hits) return hits.error();
    HitList list;
    list.hits = *std::move(hits);
    list.total = list.total_with_all = copies->total;
    list.total_is_estimate = copies->is_cut_short;
    return list;
}

Result<std::vector<FoundArticle>> Searcher::find(std::string_view name) {
    return state_->on_snapshot([&]() -> Result<std::vector<FoundArticle>> {
        auto named = state_->articles.find(name);
        if (!named) return named.error();
        std::vector<FoundArticle> found;
        for (NamedDocument& one : *named) found.push_back(std::move(one.found));
        return found;
    });
}

Result<std::vector<FoundArticle>> Searcher::article_of(const Hit& hit) {
    return state_->on_snapshot([&] { return state_->articles.of_hit(hit); });
}

Result<void> Searcher::each_article(const Query* query, const TakeArticle& take) {
    if (state_->databases.is_remote()) {
        return Error{ErrorCode::Usage, "databases on servers cannot be read article by article",
                     "export on the machine where the database lies"};
    }
    bool began = false;
    const TakeArticle take_and_note = [&](FoundArticle article) {
        began = true;
        return take(std::move(article));
    };
    SearchOptions nothing;
    nothing.limit = 0;
    const auto stream = [&]() -> Result<void> {
        const Xapian::Database& database = state_->database;
        const Xapian::Query wanted =
            query == nullptr ? Xapian::Query::MatchAll
                             : rank(database, *query, nothing, state_->analyzer).query.asked;
        return stream_articles(state_->databases, wanted, state_->articles, take_and_note);
    };
    return state_->on_snapshot(stream, [&] { return !began; });
}

Result<std::vector<HitAccount>> Searcher::account_for(std::string_view name, const Query& query,
                                                      const SearchOptions& options) {
    return state_->on_snapshot([&]() -> Result<std::vector<HitAccount>> {
        const auto named = state_->articles.find(name);
        if (!named) return named.error();
        std::vector<HitAccount> accounts;
        for (const NamedDocument& one : *named) {
            HitAccount account = sitrep::account_for(
                state_->database, one.id, one.found.unique_term, query, options, state_->analyzer);
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
    sample.fill_up = false;
    return state_->on_snapshot([&]() -> Result<std::vector<TellingWord>> {
        WordTally tally(state_->analyzer, stop_words);
        for (const FetchedHit& hit : state_->fetch(query, sample).hits) {
            const Result<StoredArticle> stored =
                state_->articles.stored(hit.document.id, hit.document.data);
            if (!stored) return stored.error();
            tally.add(stored->article);
        }
        return tally.that_set_apart(state_->database);
    });
}

Result<std::vector<TellingWord>> Searcher::telling_words(const Article& article, bool is_indexed,
                                                         const StopWords& stop_words) {
    WordTally tally(state_->analyzer, stop_words);
    tally.add(article);
    return state_->on_snapshot(
        [&] { return tally.that_find_alike(state_->database, is_indexed ? 1 : 0); });
}

Result<WatchedAnswer> Searcher::watched_answer(const Query& query) {
    const Watcher watcher(state_->databases, state_->articles);
    return state_->on_snapshot([&] { return watcher.answer(query); });
}

Result<AnswerNews> Searcher::news(const Query& query, const WatchedAnswer& known,
                                  const SearchOptions& options) {
    const Watcher watcher(state_->databases, state_->articles);
    Result<FetchedNews> fetched =
        state_->on_snapshot([&] { return watcher.news(query, known, options, state_->analyzer); });
    if (!fetched) return fetched.error();
    AnswerNews news{{}, std::move(fetched->answer), fetched->total - fetched->told};
    std::vector<Hit>& hits = news.list.hits;
    const Highlighter highlighter(query, state_->analyzer);
    for (const auto& [documents, change] :
         {std::pair{&fetched->added, Change::New}, std::pair{&fetched->changed, Change::Changed}}) {
        Result<std::vector<Hit>> read = state_->articles.hits(*documents, highlighter, options);
        if (!read) return read.error();
        for (Hit& hit : *read) {
            hit.change = change;
            hits.push_back(std::move(hit));
        }
    }
    for (const WatchedArticle& article : fetched->gone) hits.push_back(hit_of(article));
    for (std::size_t i = 0; i < hits.size(); ++i) hits[i].rank = i + 1;
    news.list.total = news.list.total_with_all = fetched->total;
    return news;
}

Result<HitList> Searcher::count(const Query& query) {
    SearchOptions nothing;
    nothing.limit = 0;
    nothing.exact_total = true;
    return search(query, nothing);
}

}  // namespace sitrep
