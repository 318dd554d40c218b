// The read side: databases, opened for questions. No Xapian type in sight.
#pragma once

#include "base/result.hpp"
#include "model/found_article.hpp"
#include "model/hit.hpp"
#include "model/hit_account.hpp"
#include "model/telling_word.hpp"
#include "model/watched_answer.hpp"
#include "search/query.hpp"
#include "search/search_options.hpp"
#include "search/term_source.hpp"
#include "search/wording_source.hpp"
#include "store/server_access.hpp"
#include "text/analyzer.hpp"
#include "text/stop_words.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// What became of a watched answer.
struct AnswerNews {
    HitList list;            ///< its total counts what is not in it, too
    WatchedAnswer known;     ///< when the list was told
    std::uint64_t left = 0;  ///< articles that the list leaves for the next time
};

class Searcher {
  public:
    /// Opens the databases `names` (one at least; parse_database_name() says how they are written),
    /// of folders the live generations, to be searched as if they were one: an article that several
    /// hold is found in each. Errors (Database, Unreachable) tell a missing database from a damaged
    /// one, one of another schema and a server that fails, with what mends it; a database named
    /// twice is a Usage error.
    static Result<Searcher> open(const std::vector<std::string>& names,
                                 const ServerAccess& access = {});

    Searcher(Searcher&&) noexcept;
    Searcher& operator=(Searcher&&) noexcept;
    ~Searcher();

    /// The databases that answers are made without, so far, by leave of ServerAccess. One that
    /// fails while a question is asked is left out of what is asked from then on; what was learned
    /// of it before (forms of patterns, meanings of acronyms) stays part of the question.
    const std::vector<MissingDatabase>& missing() const;

    /// Rebuilt from the databases' settings.
    Analyzer& analyzer();

    std::uint64_t document_count() const;

    /// The absolute paths of all that was indexed.
    std::vector<std::string> root_paths() const;

    /// The languages other than English whose stems some article has.
    std::vector<std::string> stem_languages();

    /// What the articles say of their words, for expand_query(); lives as long as the searcher.
    /// Trouble with the database is told by the search that follows, and by trouble(): here it
    /// means nothing known.
    WordingSource& wordings();

    /// The words of the articles, for find_pattern_forms() and suggested_questions(); likewise.
    TermSource& terms();

    /// The first trouble that wordings() and terms() had: what they said may not be all.
    const std::optional<Error>& trouble() const;

    /// The meanings that articles define for `acronym` (folded), or for all when it is empty; the
    /// most frequent first.
    Result<std::vector<AcronymMeaning>> defined_acronyms(std::string_view acronym);

    /// The hits [offset, offset + limit) of the one ranked list that `query` (analysed) has on this
    /// database. Everything shown is fetched before this returns. Reopens and asks again, up to
    /// five times, when a writer overtakes it; and when a server fails, once more and then without
    /// it, if that is allowed.
    Result<HitList> search(const Query& query, const SearchOptions& options);

    /// The articles [offset, offset + limit) of the group of copies that the article `id` is in,
    /// itself among them, the original first. `id` is a hit's id or path; where several articles
    /// have it, the groups of all. Empty where none has.
    Result<HitList> copies_of(std::string_view id, const SearchOptions& options);

    /// Why the articles that hits show under this id or path rank where they do; empty where none
    /// has it.
    Result<std::vector<HitAccount>> account_for(std::string_view name, const Query& query,
                                                const SearchOptions& options);

    /// How many articles match, without ranking them.
    Result<HitList> count(const Query& query);

    /// All that holds every word of `query`, as a watch remembers it.
    Result<WatchedAnswer> watched_answer(const Query& query);

    /// What became of the answer `known`: options.limit articles at most, new ones first, then
    /// those that say something else, then those that are gone. Of a database that was not written
    /// since, nothing is read.
    Result<AnswerNews> news(const Query& query, const WatchedAnswer& known,
                            const SearchOptions& options);

    /// The articles that hits show under this id or path; several records may have one id.
    Result<std::vector<FoundArticle>> find(std::string_view name);
    /// The article of a hit, whatever else has its id or path; empty where it is gone.
    Result<std::vector<FoundArticle>> article_of(const Hit& hit);

    /// Hands every article that `query` finds (null: every one there is) to `take`, of one database
    /// after the other, as of one shard after the other, each in the order in which it was written,
    /// until it says false. All are of one snapshot: a writer that
    /// overtakes it before the first was handed out makes it begin again; after that it is an
    /// Overtaken error. A Usage error where some database is on a server.
    Result<void> each_article(const Query* query, const std::function<bool(FoundArticle)>& take);

    /// The words that set the first 200 hits of `query` apart from the other articles, the most
    /// telling first.
    Result<std::vector<TellingWord>> telling_words(const Query& query, const StopWords& stop_words);
    /// The words that find articles like this one, which may be of the database or not.
    Result<std::vector<TellingWord>> telling_words(const Article& article, bool is_indexed,
                                                   const StopWords& stop_words);

  private:
    struct State;
    explicit Searcher(std::unique_ptr<State> state);
    static Result<Searcher> open_once(const std::vector<std::string>& names,
                                      const ServerAccess& access);
    std::unique_ptr<State> state_;
};

}  // namespace sitrep
