#include "text/sentences.hpp"

#include "base/strings.hpp"
#include "base/utf8.hpp"

#include <array>
#include <span>

namespace sitrep {
namespace {

/// Never the last word of a sentence: a name or a number follows.
constexpr std::array<std::string_view, 48> kTitles = {
    "adm",  "amb", "asst", "atty", "brig", "capt", "cdr", "cmdr", "col",  "comdr", "cpl",  "cpt",
    "dep",  "det", "dr",   "ens",  "fig",  "gen",  "gov", "hon",  "lt",   "ltc",   "maj",  "messrs",
    "mr",   "mrs", "ms",   "msgr", "mt",   "nos",  "pfc", "pp",   "pres", "prof",  "pvt",  "rep",
    "reps", "ret", "rev",  "sen",  "sens", "sfc",  "sgt", "spc",  "ssgt", "st",    "supt", "vs"};
/// May end a sentence or stand inside one: the next word tells.
constexpr std::array<std::string_view, 34> kAmbiguous = {
    "apr", "approx", "assn", "aug", "ave",  "blvd", "bros", "co",  "corp", "dec", "dept", "dist",
    "est", "etc",    "feb",  "ft",  "govt", "inc",  "intl", "jan", "jr",   "jul", "jun",  "ltd",
    "mar", "nov",    "oct",  "sep", "sept", "sr",   "univ", "vol", "natl", "mfg"};
/// Words that begin sentences far more often than names.
constexpr std::array<std::string_view, 66> kStarters = {
    "a",     "after",   "all",     "also",  "although", "an",    "and",       "another", "as",
    "at",    "because", "before",  "both",  "but",      "by",    "during",    "each",    "even",
    "every", "for",     "from",    "he",    "her",      "his",   "how",       "however", "i",
    "if",    "in",      "instead", "it",    "its",      "many",  "meanwhile", "more",    "most",
    "no",    "not",     "now",     "on",    "once",     "one",   "our",       "she",     "since",
    "so",    "some",    "still",   "such",  "that",     "the",   "their",     "then",    "there",
    "these", "they",    "this",    "those", "to",       "today", "under",     "we",      "what",
    "when",  "while",   "with"};

bool is_in(std::span<const std::string_view> words, std::string_view word) {
    constexpr std::size_t kLongest = 16;
    if (word.size() > kLongest) return false;
    return is_one_of(ascii_lower(word), words);
}

bool is_terminator(char32_t c) { return c == '.' || c == '!' || c == '?' || c == 0x2026; }
/// Of scripts that put no space behind it.
bool is_full_width_terminator(char32_t c) {
    return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF61;
}
bool is_closer(char32_t c) {
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201D ||
           c == 0xBB || c == 0x300D || c == 0x300F || c == 0xFF09;
}
bool is_opener(char32_t c) {
    return c == '"' || c == '\'' || c == '(' || c == '[' || c == 0x2018 || c == 0x201C || c == 0xAB;
}
bool is_space(char32_t c) {
    return (c < 0x80 && is_ascii_space(static_cast<char>(c))) || c == 0xA0 || c == 0x3000 ||
           c == 0x2028 || c == 0x2029 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F;
}

/// The end of the characters from `at` on that `is` likes.
template <class Is>
std::size_t skip(std::string_view text, std::size_t at, Is is) {
    while (at < text.size()) {
        const utf8::CodePoint c = utf8::decode(text, at);
        if (!is(c.value)) break;
        at += c.length;
    }
    return at;
}

/// The word that ends at `end`, periods inside it included: "U.S", "Adm". Only its last bytes when
/// it is longer than any abbreviation.
std::string_view word_before(std::string_view text, std::size_t end) {
    constexpr std::size_t kLongest = 24;
    std::size_t begin = end;
    while (begin > 0 && end - begin < kLongest &&
           (is_word_byte(text[begin - 1]) || text[begin - 1] == '.')) {
        --begin;
    }
    return text.substr(begin, end - begin);
}

/// The ASCII letters at `at`, opening quotes and brackets left out.
std::string_view word_after(std::string_view text, std::size_t at) {
    at = skip(text, at, is_opener);
    std::size_t end = at;
    while (end < text.size() && end - at < 24 && is_ascii_alpha(text[end])) ++end;
    return text.substr(at, end - at);
}

/// Whether a single period behind `before` ends a sentence that `after` (never in lower case)
/// follows.
bool period_ends(std::string_view before, std::string_view after, bool digit_follows) {
    if (is_in(kTitles, before)) return false;
    if (equals_ignoring_case(before, "no")) return !digit_follows;
    const bool initial = before.size() == 1 && is_ascii_upper(before[0]);
    if (initial || before.find('.') != std::string_view::npos || is_in(kAmbiguous, before))
        return is_in(kStarters, after);
    return true;
}

/// Finds the end of the sentence that the terminator at `at` may close.
class Judge {
  public:
    Judge(std::string_view text, std::size_t at) : text_(text), at_(at) {
        closed_ = skip(text, skip(text, at, is_terminator), is_closer);
        next_ = skip(text, closed_, is_space);
    }
    std::size_t next() const { return next_; }

    bool ends() const {
        if (next_ == text_.size()) return true;
        if (next_ == closed_) return false;  // "5.56", "example.com"
        const std::size_t word = skip(text_, next_, is_opener);
        if (word < text_.size() && is_ascii_lower(text_[word])) return false;
        if (is_dash_at(next_)) return false;  // "BATH, Maine. — The", "Calif. -- For"
        const bool single_period = text_[at_] == '.' && !is_terminator_at(at_ + 1);
        if (!single_period) return true;
        const bool digit = word < text_.size() && is_ascii_digit(text_[word]);
        return period_ends(word_before(text_, at_), word_after(text_, next_), digit);
    }

  private:
    /// A dash that stands by itself; "-5" and "—he" begin something.
    bool is_dash_at(std::size_t at) const {
        const std::size_t behind = skip(text_, at, [](char32_t c) {
            return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
        });
        return behind != at && behind < text_.size() && is_ascii_space(text_[behind]);
    }
    bool is_terminator_at(std::size_t at) const {
        return at < text_.size() && is_terminator(utf8::decode(text_, at).value);
    }
    std::string_view text_;
    std::size_t at_;
    std::size_t closed_ = 0;
    std::size_t next_ = 0;
};

}  // namespace

std::vector<std::size_t> sentence_ends(std::string_view text) {
    std::vector<std::size_t> ends;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::CodePoint c = utf8::decode(text, at);
        if (is_terminator(c.value)) {
            const Judge judge(text, at);
            if (judge.ends()) ends.push_back(judge.next());
            at = judge.next();
        } else if (is_full_width_terminator(c.value)) {
            at = skip(text, skip(text, skip(text, at, is_full_width_terminator), is_closer),
                      is_space);
            ends.push_back(at);
        } else if (c.value == '\n' && at + 1 < text.size() && text[at + 1] == '\n') {
            at = skip(text, at, is_space);
            ends.push_back(at);
        } else {
            at += c.length;
        }
    }
    if (!text.empty() && (ends.empty() || ends.back() != text.size())) ends.push_back(text.size());
    return ends;
}

}  // namespace sitrep
