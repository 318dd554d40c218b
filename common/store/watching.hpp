// What a watched question matches now, and what of it is news. Included by this folder only.
#pragma once

#include "model/hit.hpp"
#include "model/watched_answer.hpp"
#include "search/query.hpp"
#include "search/search_options.hpp"
#include "store/hit_reader.hpp"

#include <string>
#include <utility>
#include <vector>

namespace sitrep {

/// News as documents, before they are read for a person.
struct FetchedNews {
    WatchedAnswer answer;  ///< that is known when what is here was told
    std::vector<FetchedHit> added;
    std::vector<FetchedHit> changed;
    std::vector<WatchedArticle> gone;
    std::size_t total = 0;  ///< articles added, changed and gone, told or not
    std::size_t told = 0;   ///< of these, those that are here
};

class Watcher {
  public:
    Watcher(const DatabaseSet& databases, const HitReader& articles)
        : databases_(databases), articles_(articles) {}

    /// All that holds every word, as it is now. Throws what Xapian throws.
    Result<WatchedAnswer> answer(const Query& query) const;

    /// What became of `known`: options.limit articles of it at most, new ones first, the latest
    /// first. Throws what Xapian throws.
    Result<FetchedNews> news(const Query& query, const WatchedAnswer& known,
                             const SearchOptions& options, Analyzer& analyzer) const;

  private:
    /// An answer, and where its articles lie.
    struct Present {
        WatchedAnswer answer;
        std::vector<Xapian::docid> ids;
    };
    Result<Present> present(const Xapian::Query& query, std::string meaning) const;
    Result<WatchedArticle> article(Xapian::docid id, std::string unique_term) const;
    bool is_as_before(const WatchedArticle& before) const;
    std::vector<FetchedHit> fetched(const std::vector<Xapian::docid>& ids) const;

    const DatabaseSet& databases_;
    const HitReader& articles_;
};

}  // namespace sitrep
