#include "store/last_words.hpp"

#include "store/xapian_door.hpp"

#include <unistd.h>

#include <cstdlib>
#include <exception>
#include <utility>

namespace sitrep {
namespace {

std::string terminated_where;
void (*tell_termination)(const Error&) = nullptr;

thread_local int inside_xapian = 0;

[[noreturn]] void end(const Error& error) {
    tell_termination(error);
    _exit(exit_code(error.code));
}

[[noreturn]] void last_words() {
    try {
        if (const std::exception_ptr thrown = std::current_exception())
            std::rethrow_exception(thrown);
    } catch (const Xapian::Error& failure) {
        end(error_from(failure, terminated_where));
    } catch (...) {
        std::abort();
    }
    if (inside_xapian > 0 && std::uncaught_exceptions() > 0)
        end({ErrorCode::Io, terminated_where + ": cannot be written; the disk may be full"});
    std::abort();
}

}  // namespace

InsideXapian::InsideXapian() { ++inside_xapian; }
InsideXapian::~InsideXapian() { --inside_xapian; }

void tell_when_terminated(std::string where, void (*tell)(const Error& error)) {
    terminated_where = std::move(where);
    tell_termination = tell;
    std::set_terminate(last_words);
}

}  // namespace sitrep
