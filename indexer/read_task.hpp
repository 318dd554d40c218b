// A file to be read, and what comes of it: what the threads that read and those that write say to
// one another.
#pragma once

#include "base/error.hpp"
#include "model/file_state.hpp"
#include "model/index_document.hpp"
#include "model/record.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <variant>

namespace sitrep {

/// When a file is worth reading, by the hash of its bytes.
enum class ReadWhen { Always, Changed, Same };

struct ReadTask {
    FileKey key;
    std::string path;  ///< where it is
    ReadWhen when = ReadWhen::Always;
    std::string content_hash = {};  ///< that `when` means
    /// Only the records that stand there (Place::text()) are made; empty: all.
    std::set<std::string> places = {};
};

/// A record became a document, still without a name: see name_document().
struct MadeDocument {
    Origin origin;
    std::uint64_t count = 0;  ///< of the file's records so far, this one among them
    std::string id;           ///< as it was given
    IndexDocument document;
};
struct FailedRecord {
    Origin origin;
    Error error;
};
/// What is of no kind we read, or holds no article and need not: no failure.
struct SkippedRecord {
    Origin origin;
    std::string reason;
};

/// The last that is said of a file.
struct FileEnd {
    enum class How {
        Unreadable,  ///< `error` says why; nothing came of it
        Unchanged,   ///< it was not to be read: changed, or the same, as its task has it
        Read,
    };
    How how = How::Read;
    Error error = {};
    FileSignature signature = {};
    /// Of its bytes; nothing where some could not be read.
    std::optional<std::string> content_hash = {};
    std::uint64_t bytes = 0;  ///< read for it
    bool overtaken = false;   ///< it changed meanwhile: the hash may be of more than came
};

struct ReadEvent {
    std::size_t task = 0;
    std::variant<FileEnd, FailedRecord, SkippedRecord, MadeDocument> what;
};

}  // namespace sitrep
