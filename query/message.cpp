#include "query/message.hpp"

#include "base/strings.hpp"
#include "base/terminal.hpp"

#include <cstdio>

namespace sitrep {

std::string message_text(const Error& error, std::string_view what) {
    std::string out = "sitrep-query: ";
    if (!what.empty()) out += printable(what) + ": ";
    if (error.code == ErrorCode::BadQuery) {
        bool first = true;  // its lines are our own, and printable() already
        for (const std::string_view line : split(error.message, '\n')) {
            if (!first) out += '\n';
            first = false;
            out += printable(line);
        }
    } else {
        out += printable(error.message);
    }
    out += '\n';
    if (!error.hint.empty()) out += "  " + printable(error.hint) + "\n";
    return out;
}

void print_error(const Error& error, std::string_view what) {
    std::fputs(message_text(error, what).c_str(), stderr);
}

int print_failure(const Error& error) {
    print_error(error);
    return exit_code(error.code);
}

void print_note(std::string_view text, std::string_view hint) {
    print_error({ErrorCode::BadInput, std::string(text), std::string(hint)});
}

}  // namespace sitrep
