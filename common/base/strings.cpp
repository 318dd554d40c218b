#include "base/strings.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace sitrep {
namespace {

/// Bytes of the white space at `at`: 1 for ASCII, 2 for U+00A0, 0 for anything else.
std::size_t space_at(std::string_view text, std::size_t at) {
    if (is_ascii_space(text[at])) return 1;
    return text.substr(at, 2) == "\xC2\xA0" ? 2 : 0;
}

}  // namespace

std::string ascii_lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = ascii_lower(c);
    return out;
}

std::string ascii_upper(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = ascii_upper(c);
    return out;
}

bool equals_ignoring_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

bool contains_ignoring_case(std::string_view text, std::string_view part) {
    return std::search(text.begin(), text.end(), part.begin(), part.end(), [](char x, char y) {
               return ascii_lower(x) == ascii_lower(y);
           }) != text.end();
}

bool is_one_of(std::string_view word, StringList words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool begins_with_any(std::string_view text, StringList beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [text](std::string_view one) { return text.starts_with(one); });
}

bool ends_with_any(std::string_view text, StringList endings) {
    return std::any_of(endings.begin(), endings.end(),
                       [text](std::string_view one) { return text.ends_with(one); });
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

bool contains_any(std::string_view text, StringList parts) {
    return std::any_of(parts.begin(), parts.end(),
                       [text](std::string_view one) { return contains(text, one); });
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty()) {
        const std::size_t n = space_at(text, 0);
        if (n == 0) break;
        text.remove_prefix(n);
    }
    while (!text.empty()) {
        if (is_ascii_space(text.back())) {
            text.remove_suffix(1);
        } else if (text.ends_with("\xC2\xA0")) {
            text.remove_suffix(2);
        } else {
            break;
        }
    }
    return text;
}

std::string collapsed_space(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool pending = false;
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t n = space_at(text, at); n != 0) {
            pending = !out.empty();
            at += n;
            continue;
        }
        if (pending) out.push_back(' ');
        pending = false;
        out.push_back(text[at++]);
    }
    return out;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + 1);
    }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i != 0) out += separator;
        out += parts[i];
    }
    return out;
}

std::string shell_quoted(std::string_view text) {
    const auto is_plain = [](char c) {
        return is_ascii_alpha(c) || is_ascii_digit(c) ||
               std::string_view("/._-+:@%,=").find(c) != std::string_view::npos;
    };
    if (!text.empty() && text.front() != '-' && std::all_of(text.begin(), text.end(), is_plain))
        return std::string(text);
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'') {
            out += "'\\''";
        } else {
            out.push_back(c);
        }
    }
    return out + "'";
}

std::string counted(std::uint64_t number, std::string_view noun) {
    std::string out = std::to_string(number) + " ";
    out += noun;
    if (number != 1) out += 's';
    return out;
}

namespace {

/// Whether words of its script stand side by side: Thai to Khmer, kana, Han characters.
bool is_of_spaceless_script(char32_t letter) {
    return (letter >= 0x0E00 && letter <= 0x0EFF) || (letter >= 0x1000 && letter <= 0x109F) ||
           (letter >= 0x1780 && letter <= 0x17FF) || (letter >= 0x3040 && letter <= 0x30FF) ||
           (letter >= 0x3400 && letter <= 0x4DBF) || (letter >= 0x4E00 && letter <= 0x9FFF) ||
           (letter >= 0xF900 && letter <= 0xFAFF) || (letter >= 0x20000 && letter <= 0x3FFFF);
}

}  // namespace

std::size_t count_words(std::string_view text) {
    constexpr unsigned char kFirstOfThree = 0xE0;  // bytes, as the letters of such scripts have
    std::size_t count = 0;
    std::size_t side_by_side = 0;
    bool inside = false;
    bool counted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (static_cast<unsigned char>(c) >= kFirstOfThree) {
            const utf8::CodePoint point = utf8::decode(text, at);
            if (is_of_spaceless_script(point.value)) {
                ++side_by_side;
                at += point.length - 1;
                continue;
            }
        }
        if (is_ascii_space(c)) {
            inside = false;
            continue;
        }
        if (!inside) counted = false;
        inside = true;
        if (is_word_byte(c) && !counted) {
            ++count;
            counted = true;
        }
    }
    return count + (side_by_side + 1) / 2;
}

}  // namespace sitrep
