// All files that a database remembers, with what its documents say of them. Included by this folder
// only.
#pragma once

#include "base/result.hpp"
#include "model/file_state.hpp"
#include "model/index_document.hpp"

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace sitrep {

/// Whether a run was stopped in the middle of the file: the next run takes it up.
bool is_unfinished(const FileState& state);

class FileCatalog {
  public:
    struct File {
        FileKey key;
        FileState state;
        std::uint64_t found = 0;  ///< documents of it that were counted
    };

    /// Reads every file state; those that cannot be read are in unreadable(). Throws what Xapian
    /// throws.
    static FileCatalog read(const Xapian::Database& database);
    /// Of all shards of a set.
    static FileCatalog read(const std::vector<Xapian::Database>& shards);

    /// The file whose documents have this term, or null.
    File* find(const std::string& file_term);
    std::vector<File>& files() { return files_; }
    const std::vector<File>& files() const { return files_; }
    /// Metadata keys.
    const std::vector<std::string>& unreadable() const { return unreadable_; }

    const std::map<std::string, std::string>& roots() const { return roots_; }
    /// For people: the file's absolute path, as far as its root is known.
    std::string path_of(const FileKey& file) const;

  private:
    void add(const Xapian::Database& database);
    std::vector<File> files_;
    std::unordered_map<std::string, std::size_t> by_term_;
    std::vector<std::string> unreadable_;
    std::map<std::string, std::string> roots_;
};

}  // namespace sitrep
