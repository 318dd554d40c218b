// What the database remembers of each file it has seen, so that the next run does only what
// changed.
#pragma once

#include "base/file.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// A file of half a million bad lines is one complaint, not half a million.
inline constexpr std::size_t kMaxNamedFailures = 20;

struct FileState {
    std::string path;  ///< inside its root
    FileSignature signature;
    std::string content_hash;     ///< hash_hex() of the file's bytes; empty when it was not read
    std::uint64_t documents = 0;  ///< articles that the database holds of it
    std::uint64_t failed = 0;     ///< records that could not be used
    std::vector<std::string> failures;  ///< why, of the first kMaxNamedFailures of them
    std::string filter = {};  ///< hash of the --filter options it was read with; empty: of none
    /// It was good and is broken or unreadable now: its documents, or those that it does not give
    /// now, are of an earlier state.
    bool stale = false;
    /// Of `documents`, those that the file no longer gives and that the brake on removals kept.
    std::uint64_t held = 0;
    /// --max-file-size, where that kept some of it out: only a larger one may do better. Else 0.
    std::uint64_t limit = 0;

    /// A folder that could not be read is remembered too, so that it is news once.
    bool is_unread_folder() const {
        return signature == FileSignature{} && documents == 0 && failed != 0;
    }
    friend bool operator==(const FileState&, const FileState&) = default;
};

std::string encode_file_state(const FileState& state);

/// Any bytes are read or refused with a Database error.
Result<FileState> decode_file_state(std::string_view data);

}  // namespace sitrep
