// What the database remembers of each file it has seen, so that the next run does only what changed.
#pragma once

#include "base/file.hpp"
#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

struct FileState {
    std::string path;  ///< inside its root
    FileSignature signature;
    std::string content_hash;           ///< hash_hex() of the file's bytes; empty when it was not read
    std::vector<std::string> failures;  ///< one reason a record that could not be used
    friend bool operator==(const FileState&, const FileState&) = default;
};

std::string encode_file_state(const FileState& state);

/// Any bytes are read or refused with a Database error.
Result<FileState> decode_file_state(std::string_view data);

}  // namespace sitrep
