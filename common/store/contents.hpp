// What a database holds, as the plan of a run asks for it: which files, and which documents of
// each. One view for who writes the database and for who only reads it.
#pragma once

#include "base/file_system.hpp"
#include "base/result.hpp"
#include "model/file_state.hpp"
#include "model/index_document.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace sitrep {

using FileStates = std::unordered_map<std::string, FileState>;  ///< by path inside the root

/// This one is of a database that holds nothing.
class Contents {
  public:
    Contents() = default;
    Contents(const Contents&) = delete;
    Contents& operator=(const Contents&) = delete;
    virtual ~Contents() = default;

    virtual Result<std::uint64_t> document_count() const;
    /// Root id to absolute path.
    virtual Result<std::map<std::string, std::string>> roots() const;
    /// Where a root stood when something could last be removed from it; nothing where that is not
    /// known.
    virtual Result<std::optional<FileSystem>> file_system(const std::string& root_id) const;
    /// The states of all files of a root.
    virtual Result<FileStates> file_states(const std::string& root_id) const;
    /// The documents of a file, named for document(): valid until the database changes the file.
    virtual Result<std::vector<std::uint32_t>> documents_of(const FileKey& file) const;
    /// One of them, as it was added.
    virtual Result<IndexDocument> document(std::uint32_t id) const;
};

}  // namespace sitrep
