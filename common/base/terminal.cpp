#include "base/terminal.hpp"

#include "base/environment.hpp"
#include "base/number.hpp"
#include "base/utf8.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string>

namespace sitrep {
namespace {

bool is_hidden(char32_t c) {
    return (c >= 0x80 && c <= 0x9F) || c == 0x061C || c == 0x200E || c == 0x200F ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

struct Bounds {
    std::size_t usual;
    std::size_t least;
    std::size_t most;
};

winsize size_of(int descriptor) {
    winsize size{};
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) size = {};
    return size;
}

/// What the variable says, else what the terminal does.
std::size_t measured(const char* variable, std::size_t told, const Bounds& bounds) {
    std::size_t size = number_in<std::size_t>(environment(variable)).value_or(0);
    if (size == 0) size = told;
    return size == 0 ? bounds.usual : std::clamp(size, bounds.least, bounds.most);
}

}  // namespace

std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const utf8::CodePoint point = utf8::decode(text, at);
        const std::string_view bytes = text.substr(at, point.length);
        at += point.length;
        if (!point.valid) {
            for (const char b : bytes)
                out += fmt::format("\\x{:02x}", static_cast<unsigned char>(b));
        } else if (point.value < 0x20) {
            out.push_back('^');
            out.push_back(static_cast<char>(point.value + '@'));
        } else if (point.value == 0x7F) {
            out += "^?";
        } else if (is_hidden(point.value)) {
            out += fmt::format("<U+{:04X}>", static_cast<unsigned>(point.value));
        } else {
            out += bytes;
        }
    }
    return out;
}

bool is_terminal(int descriptor) { return isatty(descriptor) == 1; }

std::size_t terminal_width(int descriptor) {
    const winsize size = size_of(descriptor);
    return measured("COLUMNS", size.ws_col, {80, 20, 1000});
}

std::size_t terminal_rows(int descriptor) {
    const winsize size = size_of(descriptor);
    return measured("LINES", size.ws_row, {24, 5, 1000});
}

bool can_write_over(int descriptor) {
    const char* term = std::getenv("TERM");
    return is_terminal(descriptor) && (term == nullptr || std::string_view(term) != "dumb");
}

bool wants_colour(int descriptor) {
    const char* no_colour = std::getenv("NO_COLOR");
    if (no_colour != nullptr && *no_colour != '\0') return false;
    const char* term = std::getenv("TERM");
    return is_terminal(descriptor) && term != nullptr && std::string_view(term) != "dumb";
}

}  // namespace sitrep
