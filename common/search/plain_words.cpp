// parse_plain_words(): a question in which nothing is an operator.
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "search/query_parser.hpp"
#include "search/query_signs.hpp"
#include "text/char_class.hpp"

#include <algorithm>

namespace sitrep {
namespace {

constexpr std::size_t kLongestCodePoint = 4;

/// General punctuation (U+2010..U+2027, U+2030..U+205E) but for what may stand inside a word
/// (apostrophes, the dots U+2024 and U+2027, and the hyphens that designators are printed with,
/// U+2010 and U+2011), and the quotes and spaces of questions.
std::size_t foreign_separator_at(std::string_view text, std::size_t at) {
    if (static_cast<unsigned char>(text[at]) < 0x80) return 0;
    if (const std::size_t bytes = query_space_at(text, at); bytes != 0) return bytes;
    if (const std::size_t bytes = query_quote_at(text, at); bytes != 0) return bytes;
    const utf8::CodePoint point = utf8::decode(text, at);
    const char32_t c = point.value;
    const bool separates = c >= 0x2012 && c <= 0x205E && !is_apostrophe(c) && c != 0x2024 &&
                           c != 0x2027 && !(c >= 0x2028 && c <= 0x202F);
    return separates || c == utf8::kReplacement ? point.length : 0;
}

/// The end of the run of characters that may belong to one word, joiners included.
std::size_t run_end(std::string_view text, std::size_t at) {
    constexpr std::string_view kJoiners = ".'`-/_";
    while (at < text.size()) {
        const char c = text[at];
        const bool groups = c == ',' && at > 0 && at + 1 < text.size() &&
                            is_ascii_digit(text[at - 1]) && is_ascii_digit(text[at + 1]);  // 1,200
        if (!is_word_byte(c) && !groups && kJoiners.find(c) == std::string_view::npos) break;
        if (foreign_separator_at(text, at) != 0) break;
        at += utf8::decode(text, at).length;
    }
    return at;
}

/// A hyphen or slash separates words, but holds a designator together (`F-35`, `AN/SPY-6`):
/// something with a digit in it. A period or apostrophe inside a word is its own (`U.S.`,
/// `China's`).
void cut_run(std::string_view run, std::size_t column, std::vector<QueryPtr>& words) {
    const bool designator = std::any_of(run.begin(), run.end(), is_ascii_digit);
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= run.size(); ++at) {
        const bool cuts = at == run.size() || run[at] == '_' ||
                          (!designator && (run[at] == '-' || run[at] == '/'));
        if (!cuts) continue;
        const std::string_view word = run.substr(begin, at - begin);
        if (std::any_of(word.begin(), word.end(), is_word_byte) && words.size() < kMaxQueryLeaves) {
            words.push_back(std::make_unique<Query>(
                Query{column + begin, WordQuery{std::string(word), Field::Body, {}, {}}}));
        }
        begin = at + 1;
    }
}

}  // namespace

QueryPtr parse_plain_words(std::string_view text) {
    std::string question = utf8::repaired(text.substr(0, kMaxQueryBytes + kLongestCodePoint));
    question.resize(utf8::floor_boundary(question, kMaxQueryBytes));
    AndQuery all;
    for (std::size_t at = 0; at < question.size() && all.children.size() < kMaxQueryLeaves;) {
        const std::size_t end = run_end(question, at);
        if (end > at) {
            cut_run(std::string_view(question).substr(at, end - at), at, all.children);
            at = end;
        } else {
            at += std::max<std::size_t>(1, foreign_separator_at(question, at));
        }
    }
    if (all.children.size() == 1) return std::move(all.children.front());
    return std::make_unique<Query>(Query{0, std::move(all)});
}

}  // namespace sitrep
