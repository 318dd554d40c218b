#include "text/display_width.hpp"

#include "base/utf8.hpp"

#include <unicode/uchar.h>

namespace sitrep {
namespace {

std::size_t width_of(char32_t value) {
    constexpr char32_t kAscii = 0x80;
    constexpr char32_t kSoftHyphen = 0xAD;
    if (value < kAscii || value == kSoftHyphen) return 1;
    const auto c = static_cast<UChar32>(value);
    const int category = u_charType(c);
    if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR)
        return 0;
    const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

std::size_t display_width(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::CodePoint point = utf8::decode(text, at);
        columns += width_of(point.value);
        at += point.length;
    }
    return columns;
}

std::size_t bytes_within(std::string_view text, std::size_t columns) {
    std::size_t at = 0;
    while (at < text.size()) {
        const utf8::CodePoint point = utf8::decode(text, at);
        const std::size_t width = width_of(point.value);
        if (width > columns) break;
        columns -= width;
        at += point.length;
    }
    return at;
}

}  // namespace sitrep
