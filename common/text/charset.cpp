#include "text/charset.hpp"

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "text/charset_choice.hpp"
#include "text/charset_converter.hpp"
#include "text/mojibake.hpp"

#include <algorithm>
#include <utility>

namespace sitrep {
namespace {

std::string without_nuls(std::string text, std::size_t& replaced) {
    const auto nuls = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\0'));
    if (nuls == 0) return text;
    replaced += nuls;
    std::string out;
    out.reserve(text.size() + 2 * nuls);
    for (const char c : text) {
        if (c == '\0') {
            utf8::append(out, utf8::kReplacement);
        } else {
            out.push_back(c);
        }
    }
    return out;
}

}  // namespace

Decoded decode(std::string_view bytes, std::string_view declared) {
    const CharsetChoice choice = choose_charset(bytes, declared);
    bytes.remove_prefix(choice.mark);
    Decoded out;
    out.charset = choice.name;
    std::string text = choice.name == "utf-8"
                           ? without_mojibake(utf8::repaired(bytes, &out.replaced))
                           : CharsetConverter(choice.icu).next(bytes, true, out.replaced);
    out.text = without_nuls(std::move(text), out.replaced);
    return out;
}

bool looks_binary(std::string_view bytes) {
    constexpr std::size_t kSampleBytes = 8192;
    constexpr std::size_t kStray = 1;  // in a short text one is over 1 %
    const std::string_view sample = bytes.substr(0, kSampleBytes);
    if (charset_of_start(sample)) return false;
    const auto is_odd = [](char c) {
        const auto b = static_cast<unsigned char>(c);
        constexpr unsigned char kEscape = 0x1B;  // begins the shifts of ISO-2022-JP
        return b == 0x7F || (b < 0x20 && !is_ascii_space(c) && b != kEscape && b != '\b');
    };
    const auto odd = static_cast<std::size_t>(std::count_if(sample.begin(), sample.end(), is_odd));
    return odd > kStray && odd * 100 > sample.size();
}

}  // namespace sitrep
