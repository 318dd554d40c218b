#include "text/mojibake.hpp"

#include "base/strings.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace sitrep {
namespace {

/// Every character that is the first byte of a sequence, U+00C2 to U+00F4, begins with this byte.
constexpr char kMark = '\xC3';

/// What windows-1252 has for the bytes from 0x80 on; 0 where it has nothing.
constexpr std::array<char32_t, 32> kWindows1252 = {
    U'€', 0,    U'‚', U'ƒ', U'„', U'…', U'†', U'‡', U'ˆ', U'‰', U'Š', U'‹', U'Œ', 0, U'Ž', 0,
    0,    U'‘', U'’', U'“', U'”', U'•', U'–', U'—', U'˜', U'™', U'š', U'›', U'œ', 0, U'ž', U'Ÿ'};

constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// The byte from 0x80 to 0xBF that `c` was read from; 0 when there is none.
unsigned char trail_byte(char32_t c) {
    if (c >= 0x80 && c <= 0xBF) return static_cast<unsigned char>(c);
    if (c < 0xBF) return 0;
    const auto* found = std::find(kWindows1252.begin(), kWindows1252.end(), c);
    if (found == kWindows1252.end()) return 0;
    return static_cast<unsigned char>(0x80 + std::distance(kWindows1252.begin(), found));
}

/// Sequences side by side that are UTF-8 as bytes.
struct Run {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t sequences = 0;
    char32_t first = 0;  ///< the characters of the first
    char32_t second = 0;
    std::string bytes;
};

/// Adds the sequence at the end of `run`, if there is one.
bool add_sequence(std::string_view text, Run& run) {
    constexpr std::size_t kFirstBytes = 2;
    const bool begins = run.end + kFirstBytes < text.size() && text[run.end] == kMark;
    if (!begins || is_ascii(text[run.end + kFirstBytes])) return false;  // as behind most letters
    utf8::CodePoint c = utf8::decode(text, run.end);
    const char32_t first = c.value;
    if (first < 0xC2 || first > 0xF4) return false;
    const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    std::string bytes(1, static_cast<char>(first));
    char32_t second = 0;
    std::size_t at = run.end + c.length;
    while (bytes.size() < length && at < text.size()) {
        c = utf8::decode(text, at);
        const unsigned char byte = trail_byte(c.value);
        if (byte == 0) return false;
        if (second == 0) second = c.value;
        bytes += static_cast<char>(byte);
        at += c.length;
    }
    if (!utf8::is_valid(bytes)) return false;
    if (run.sequences++ == 0) {
        run.first = first;
        run.second = second;
    }
    run.bytes += bytes;
    run.end = at;
    return true;
}

/// The first run from `at` on; of no sequences when there is none.
Run next_run(std::string_view text, std::size_t at) {
    for (at = text.find(kMark, at); at != std::string_view::npos; at = text.find(kMark, at + 1)) {
        Run run;
        run.begin = run.end = at;
        while (add_sequence(text, run)) {
        }
        if (run.sequences > 0) return run;
    }
    return {};
}

/// What may stand behind a word in capitals: "MANHÃ»", "AMANHÃ – ".
bool separates(char32_t c) {
    return std::u32string_view(U"\u00A0\u00AD«»‘’“”–—…").find(c) != std::u32string_view::npos;
}

/// Signs that stand behind no letter, and the controls that no text has.
bool is_odd_behind_letter(char32_t c) {
    return (c >= 0x80 && c < 0xA0) ||
           std::u32string_view(U"€‚„†‡ˆ‰˜™").find(c) != std::u32string_view::npos;
}

enum class Verdict { Meant, Likely, Sure };

Verdict judge(std::string_view text, const Run& run) {
    constexpr std::size_t kNoChance = 3;
    constexpr char32_t kFirstOfEmoji = 0xF0;
    if (run.sequences >= kNoChance) return Verdict::Sure;
    const char before = run.begin > 0 ? text[run.begin - 1] : '\0';
    const char after = run.end < text.size() ? text[run.end] : '\0';
    switch (run.first) {
        case U'Â':
        case U'Ã':
            if (is_ascii_lower(before)) return Verdict::Sure;
            if (separates(run.second))
                return is_ascii_upper(before) ? Verdict::Meant : Verdict::Likely;
            return is_ascii_lower(after) ? Verdict::Sure : Verdict::Likely;
        case U'Ä':
        case U'Å':
            return is_ascii_lower(before) ? Verdict::Sure : Verdict::Meant;
        case U'â':
            if (!is_odd_behind_letter(run.second)) return Verdict::Meant;
            return is_ascii_alpha(before) || is_ascii_alpha(after) ? Verdict::Sure
                                                                   : Verdict::Likely;
        case kFirstOfEmoji:
            return Verdict::Likely;
        default:
            return Verdict::Meant;
    }
}

bool has_sure_run(std::string_view text) {
    for (Run run = next_run(text, 0); run.sequences > 0; run = next_run(text, run.end)) {
        if (judge(text, run) == Verdict::Sure) return true;
    }
    return false;
}

std::string put_back(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    std::size_t at = 0;
    for (Run run = next_run(text, 0); run.sequences > 0; run = next_run(text, run.end)) {
        const bool keeps = judge(text, run) == Verdict::Meant;
        out.append(text.substr(at, (keeps ? run.end : run.begin) - at));
        if (!keeps) out += run.bytes;
        at = run.end;
    }
    return out.append(text.substr(at));
}

}  // namespace

std::string without_mojibake(std::string text) {
    constexpr int kMostTimes = 3;  // some text was put into UTF-8 more often
    for (int time = 0; time < kMostTimes && has_sure_run(text); ++time) text = put_back(text);
    return text;
}

}  // namespace sitrep
