#include "query/render/wrap.hpp"

#include "base/strings.hpp"
#include "text/display_width.hpp"

namespace sitrep {
namespace {

constexpr char kEscape = '\033';

/// The end of the escape sequence at `at`: `ESC [ ... m`, or `ESC ] ... ESC \`.
std::size_t end_of_sequence(std::string_view text, std::size_t at) {
    const bool is_link = text.substr(at + 1, 1) == "]";
    const std::string_view last = is_link ? "\033\\" : "m";
    const std::size_t end = text.find(last, at + 1);
    return end == std::string_view::npos ? text.size() : end + last.size();
}

std::size_t width_without_sequences(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == kEscape) {
            at = end_of_sequence(text, at);
            continue;
        }
        const std::size_t end = std::min(text.find(kEscape, at), text.size());
        width += display_width(text.substr(at, end - at));
        at = end;
    }
    return width;
}

}  // namespace

std::string wrapped(std::string_view text, std::size_t width, std::size_t begin,
                    std::size_t indent) {
    std::string out;
    std::size_t column = begin;
    bool line_is_empty = true;
    for (const std::string_view word : split(text, ' ')) {
        const std::size_t columns = width_without_sequences(word);
        if (!line_is_empty && column + 1 + columns > width) {
            out += '\n' + std::string(indent, ' ');
            column = indent;
        } else if (!line_is_empty) {
            out += ' ';
            ++column;
        }
        out += word;
        column += columns;
        line_is_empty = false;
    }
    return out;
}

}  // namespace sitrep
