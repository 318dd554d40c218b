// What went wrong, for a person: the message says what and where, the hint what to try next.
#pragma once

#include <string>
#include <utility>

namespace sitrep {

/// The kinds of trouble that a caller may treat differently; exit_code() maps each to a process
/// exit.
enum class ErrorCode {
    BadInput,   ///< a record that cannot be used: the run goes on
    TooLarge,   ///< a record over a limit that the user can raise: the run goes on
    Transient,  ///< a record that what reads it gave up, by time, memory or a signal: the run goes
                ///< on
    Usage,      ///< bad command line
    BadQuery,   ///< the question cannot be parsed
    Database,   ///< missing, corrupt or of another schema; a deletion refused
    Io,         ///< input or output could not be read or written; disk or memory full
    Locked,     ///< another indexer holds the lock
    Overtaken,  ///< a writer discarded the revision being read: reopen and ask again
    Unreachable,  ///< a database on another machine fails
};

struct Error {
    ErrorCode code = ErrorCode::BadInput;
    std::string message;
    std::string hint = {};
};

/// "MESSAGE: what errno `error_number` means", as an Io error.
Error io_error(const std::string& message, int error_number);

/// Whether another run may fare better with the same bytes: with other limits, on a machine that
/// is less busy or has more room.
bool depends_on_run(ErrorCode code);

/// The process exit code of the table in the man pages.
int exit_code(ErrorCode code);

}  // namespace sitrep
