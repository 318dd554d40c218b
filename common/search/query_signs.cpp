#include "search/query_signs.hpp"

#include "base/strings.hpp"

#include <array>

namespace sitrep {
namespace {

/// Curly, low, angle and full-width.
constexpr std::array<std::string_view, 7> kForeignQuotes = {"\u201C", "\u201D", "\u201E", "\u201F",
                                                            "\u00AB", "\u00BB", "\uFF02"};

/// Minus signs and hyphens that word processors make of a minus.
constexpr std::array<std::string_view, 5> kForeignMinuses = {"\u2010", "\u2011", "\u2013", "\u2212",
                                                             "\uFF0D"};

constexpr std::array<std::string_view, 2> kForeignSpaces = {"\u00A0", "\u3000"};

/// Behind the parenthesis of `(V)` inside a word, as in SPY-6(V)1; 0 when `at` opens a group.
std::size_t version_end(std::string_view text, std::size_t at) {
    constexpr std::size_t kLetters = 2;
    if (at == 0 || !(is_ascii_digit(text[at - 1]) || is_ascii_alpha(text[at - 1]))) return 0;
    std::size_t end = at + 1;
    while (end < text.size() && is_ascii_alpha(text[end]) && end - at <= kLetters) ++end;
    return end > at + 1 && end < text.size() && text[end] == ')' ? end + 1 : 0;
}

/// Bytes of the one of `signs` that begins at `text[at]`; 0 for none.
template <std::size_t Count>
std::size_t any_at(std::string_view text, std::size_t at,
                   const std::array<std::string_view, Count>& signs) {
    for (const std::string_view sign : signs) {
        if (text.substr(at).starts_with(sign)) return sign.size();
    }
    return 0;
}

}  // namespace

std::size_t query_space_at(std::string_view text, std::size_t at) {
    return is_ascii_space(text[at]) ? 1 : any_at(text, at, kForeignSpaces);
}

std::size_t query_quote_at(std::string_view text, std::size_t at) {
    return text[at] == '"' ? 1 : any_at(text, at, kForeignQuotes);
}

std::size_t query_minus_at(std::string_view text, std::size_t at) {
    return text[at] == '-' || text[at] == '!' ? 1 : any_at(text, at, kForeignMinuses);
}

std::size_t behind_spaces(std::string_view text, std::size_t at) {
    while (at < text.size() && query_space_at(text, at) != 0) at += query_space_at(text, at);
    return at;
}

bool starts_operand(std::string_view text, std::size_t at) {
    if (at >= text.size() || query_space_at(text, at) != 0) return false;
    const char c = text[at];
    return is_word_byte(c) || c == '(' || c == '"' || c == '@' || c == '*';
}

std::size_t behind_lone_sign(std::string_view text, std::size_t at) {
    const std::size_t next = behind_spaces(text, at + 1);
    return next > at + 1 && starts_operand(text, next) ? next : 0;
}

std::size_t chunk_end(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] != ')' && query_space_at(text, at) == 0 &&
           query_quote_at(text, at) == 0) {
        if (text[at] != '(') {
            ++at;
        } else if (const std::size_t end = version_end(text, at); end != 0) {
            at = end;
        } else {
            break;
        }
    }
    return at;
}

}  // namespace sitrep
