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

[[noreturn]] void last_words() {
    try {
        if (const std::exception_ptr thrown = std::current_exception())
            std::rethrow_exception(thrown);
    } catch (const Xapian::Error& failure) {
        const Error error = error_from(failure, terminated_where);
        tell_termination(error);
        _exit(exit_code(error.code));
    } catch (...) {
        std::abort();
    }
    std::abort();
}

}  // namespace

void tell_when_terminated(std::string where, void (*tell)(const Error& error)) {
    terminated_where = std::move(where);
    tell_termination = tell;
    std::set_terminate(last_words);
}

}  // namespace sitrep
