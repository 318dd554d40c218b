#include "base/error.hpp"

#include <cerrno>
#include <system_error>

namespace sitrep {

Error io_error(const std::string& message, int error_number) {
    return {
        ErrorCode::Io, message + ": " + std::generic_category().message(error_number),
        error_number == EROFS
            ? "it is mounted so, or a service may not write there: NIGHTLY RUNS in man sitrep-index"
            : ""};
}

bool depends_on_run(ErrorCode code) {
    return code == ErrorCode::TooLarge || code == ErrorCode::Transient || code == ErrorCode::Io;
}

int exit_code(ErrorCode code) {
    switch (code) {
        case ErrorCode::BadInput:
        case ErrorCode::TooLarge:
        case ErrorCode::Transient:
            return 1;
        case ErrorCode::Usage:
        case ErrorCode::BadQuery:
            return 2;
        case ErrorCode::Database:
        case ErrorCode::Overtaken:
        case ErrorCode::Unreachable:
            return 3;
        case ErrorCode::Io:
            return 4;
        case ErrorCode::Locked:
            return 75;
    }
    return 4;
}

}  // namespace sitrep
