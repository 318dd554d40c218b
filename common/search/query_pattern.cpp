#include "search/query_pattern.hpp"

#include "base/strings.hpp"
#include "base/utf8.hpp"

#include <algorithm>

namespace sitrep {
namespace {

constexpr std::string_view kMarks = "*?";

bool is_mark(char c) { return kMarks.find(c) != std::string_view::npos; }

/// Behind the `~` of `word~`, `word~1`, if there is one: the place of the `~`.
std::optional<std::size_t> tilde_in(std::string_view text) {
    const std::size_t tilde = text.rfind('~');
    if (tilde == std::string_view::npos || tilde == 0 || !is_word_byte(text[tilde - 1]))
        return std::nullopt;
    const std::string_view number = text.substr(tilde + 1);
    const bool is_number = std::all_of(number.begin(), number.end(), is_ascii_digit);
    return is_number ? std::optional(tilde) : std::nullopt;
}

}  // namespace

std::optional<PatternQuery> read_pattern(std::string_view text, Field field) {
    PatternQuery pattern{std::string(text), field};
    if (const auto tilde = tilde_in(text); tilde && !is_too_fuzzy(text)) {
        pattern.edits = text.ends_with('2') && *tilde + 2 == text.size() ? 2 : 1;
        return pattern;
    }
    constexpr std::ptrdiff_t kLeast = 2;
    const std::string_view inner = text.substr(0, text.find_last_not_of('?') + 1);
    if (inner.find_first_of(kMarks) == std::string_view::npos) return std::nullopt;
    if (std::count_if(inner.begin(), inner.end(), is_word_byte) < kLeast) return std::nullopt;
    pattern.text = inner;
    return pattern;
}

bool is_too_vague(std::string_view text) {
    return text.find('*') != std::string_view::npos &&
           std::count_if(text.begin(), text.end(), is_word_byte) == 1;
}

bool is_too_fuzzy(std::string_view text) {
    const std::optional<std::size_t> tilde = tilde_in(text);
    if (!tilde) return false;
    const std::string_view number = text.substr(*tilde + 1);
    return !number.empty() && number != "1" && number != "2";
}

std::string folded_pattern(std::string_view text, Analyzer& analyzer) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        if (is_mark(text[at])) {
            if (text[at] == '?' || !out.ends_with('*')) out += text[at];
            ++at;
            continue;
        }
        const std::size_t end = std::min(text.find_first_of(kMarks, at), text.size());
        for (const Token& token : analyzer.analyze(text.substr(at, end - at))) {
            if (token.role == TokenRole::Word) out += token.term;
        }
        at = end;
    }
    return out;
}

bool fits_pattern(std::string_view term, std::string_view pattern) {
    std::size_t at = 0;
    std::size_t mark = 0;
    std::size_t star =
        std::string_view::npos;  // the last one passed, and what it stands for so far
    std::size_t behind_star = 0;
    while (at < term.size()) {
        if (mark < pattern.size() && pattern[mark] == '*') {
            star = mark++;
            behind_star = at;
        } else if (mark < pattern.size() && pattern[mark] == '?') {
            at += utf8::decode(term, at).length;
            ++mark;
        } else if (mark < pattern.size() && pattern[mark] == term[at]) {
            ++at;
            ++mark;
        } else if (star != std::string_view::npos) {
            behind_star += utf8::decode(term, behind_star).length;
            at = behind_star;
            mark = star + 1;
        } else {
            return false;
        }
    }
    while (mark < pattern.size() && pattern[mark] == '*') ++mark;
    return mark == pattern.size();
}

}  // namespace sitrep
