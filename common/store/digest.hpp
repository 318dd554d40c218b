// What a database says, in 32 digits: equal for any two that hold the same articles of the same
// files, in whatever order and however many runs they came. Included by this folder only.
#pragma once

#include "model/file_state.hpp"
#include "model/index_document.hpp"
#include "store/file_catalog.hpp"
#include "store/live_database.hpp"
#include "store/long_task.hpp"

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace sitrep {

/// A sum, so that the order does not matter. Nothing that differs between an old database and one
/// made anew goes in: no document ids, times or stale articles.
class Digest {
  public:
    void add_document(std::string_view unique_term, std::uint64_t seal);
    /// A stale file counts without its articles: one indexed anew would have none.
    void add_file(const FileKey& file, const FileState& state);
    /// All but the documents: files, roots, the schema, the analyzer's settings.
    void add_rest(const Xapian::Database& database, const FileCatalog& files);

    std::string hex() const;

  private:
    void add_fact(std::string_view key, std::string_view value);
    void add(std::string_view item);
    std::uint64_t high_ = 0;
    std::uint64_t low_ = 0;
};

/// Of a whole database or set, which say the same where they hold the same, by the seals its
/// documents have, unchecked. Throws what Xapian throws, and Stopped.
std::string digest_of(const LiveDatabases& live, const Progress& progress);

}  // namespace sitrep
