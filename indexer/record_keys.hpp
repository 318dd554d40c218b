// What tells the records of one file apart.
#pragma once

#include "model/stored_article.hpp"

#include <string>
#include <unordered_set>

namespace sitrep {

/// The keys of a file's records, asked for in their order.
class RecordKeys {
  public:
    /// The given id, else the ordinal; an id given twice in one file has the ordinal added, so that
    /// neither article is lost.
    std::string next(const StoredArticle& stored) {
        const std::string ordinal = std::to_string(stored.record.value_or(1));
        const std::string& id = stored.article.header.id;
        if (id.empty()) return "#" + ordinal;
        return given_.insert(id).second ? "=" + id : "~" + ordinal + "=" + id;
    }

  private:
    std::unordered_set<std::string> given_;
};

}  // namespace sitrep
