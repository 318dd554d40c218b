// Changes on their way into the database: kept as plain data until they are committed, so that a
// batch Xapian refuses can be played again without the change it refused. Included by this folder
// only.
#pragma once

#include "model/index_document.hpp"
#include "store/index_writer.hpp"
#include "store/touched_lines.hpp"

#include <xapian.h>

#include <chrono>
#include <string>
#include <unordered_set>
#include <variant>
#include <vector>

namespace sitrep {

struct PutDocument {
    IndexDocument document;
    std::string origin;
    bool known = false;  ///< the database may hold its unique term
};
/// Removes the documents of a file that are not among `kept` (unique terms).
struct RemoveOthers {
    std::string file_term;
    std::unordered_set<std::string> kept;
};
/// Removes documents by their unique terms; those that are not there are no error.
struct RemoveDocuments {
    std::vector<std::string> unique_terms;
};
struct SetMetadata {
    std::string key;
    std::string value;  ///< empty removes the key
};
using Change = std::variant<PutDocument, RemoveOthers, RemoveDocuments, SetMetadata>;

class WriteBatch {
  public:
    void push(Change change);
    bool is_full(const BatchLimits& limits) const;
    bool empty() const { return changes_.empty(); }
    bool changes_documents() const { return documents_ != 0; }
    /// Takes the metadata out, in its order.
    std::vector<SetMetadata> take_metadata();
    /// Applies all changes in one transaction, committed but not yet synced, and empties the batch.
    /// When Xapian refuses one of them they are applied one by one, and the refused go to
    /// `rejected`. Lines of documents that come and go are added to `touched`. Throws what Xapian
    /// throws for trouble with the database itself; the batch is then kept.
    void apply(Xapian::WritableDatabase& database, std::vector<RejectedDocument>& rejected,
               TouchedLines& touched);

  private:
    std::vector<Change> changes_;
    std::chrono::steady_clock::time_point begun_;  ///< when its first change came
    std::size_t bytes_ = 0;
    std::size_t documents_ = 0;
};

}  // namespace sitrep
