// Documents of the databases -> articles, hits and the names that people see. Included by this
// folder only.
#pragma once

#include "base/result.hpp"
#include "model/found_article.hpp"
#include "model/hit.hpp"
#include "model/stored_article.hpp"
#include "search/highlighter.hpp"
#include "search/search_options.hpp"
#include "store/database_set.hpp"
#include "store/folding.hpp"

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// What the match leaves behind, copied out before a writer can take it away.
struct FetchedHit {
    ReadDocument document;
    double weight = 0;
    std::vector<ReadDocument> copies = {};
    bool may_have_more_copies = false;
};

/// The first of the documents, the others its copies.
FetchedHit fetched_hit(FoldedHit folded);

struct NamedDocument {
    Xapian::docid id;
    FoundArticle found;
};

class HitReader {
  public:
    explicit HitReader(const DatabaseSet& databases) : databases_(databases) {}

    /// A Database error names the database in trouble.
    Result<StoredArticle> stored(Xapian::docid id, std::string_view data) const;

    /// The absolute path of the article's file, with `#record` behind it where it holds several.
    std::string path_of(Xapian::docid id, const StoredArticle& stored) const;
    /// What may be opened: the file alone, and empty where it is on another machine, for what has
    /// that path here is another file.
    std::string file_of(Xapian::docid id, const StoredArticle& stored) const;
    /// The given id, else the path inside the root; where the root is the file itself, its name.
    static std::string shown_id(const StoredArticle& stored, const std::string& path);

    /// The article of document `id` with what hits show of it; a Database error as stored().
    Result<FoundArticle> found(Xapian::docid id, std::string_view data,
                               std::string unique_term) const;

    /// The articles that hits show as `name`: its id, or its path, which may be written from the
    /// current folder. Throws what Xapian throws.
    Result<std::vector<NamedDocument>> find(std::string_view name) const;
    /// The articles that `hit` may be of: one, or none where it is gone; but databases may hold
    /// copies of one another. Throws what Xapian throws.
    Result<std::vector<FoundArticle>> of_hit(const Hit& hit) const;

    /// Ranked from options.offset on; with snippets where `options` want them.
    Result<std::vector<Hit>> hits(const std::vector<FetchedHit>& fetched,
                                  const Highlighter& highlighter,
                                  const SearchOptions& options) const;

  private:
    std::string file_there(Xapian::docid id, const StoredArticle& stored) const;
    Result<std::vector<NamedDocument>> find_as_shown(std::string_view name) const;
    Result<Hit> bounded_hit(const FetchedHit& fetched, const Highlighter& highlighter,
                            const SearchOptions& options) const;
    Result<Hit> hit(const FetchedHit& fetched, const Highlighter& highlighter,
                    const SearchOptions& options) const;

    const DatabaseSet& databases_;
};

}  // namespace sitrep
