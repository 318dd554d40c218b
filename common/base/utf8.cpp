#include "base/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace sitrep::utf8 {
namespace {

unsigned char byte(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

struct Lead {
    unsigned length;
    unsigned char second_low, second_high;
};

/// What may follow a lead byte (Unicode 15, table 3-7); length 0 for a byte that leads nothing.
Lead lead_of(unsigned char b) {
    if (b >= 0xC2 && b <= 0xDF) return {2, 0x80, 0xBF};
    if (b == 0xE0) return {3, 0xA0, 0xBF};
    if (b == 0xED) return {3, 0x80, 0x9F};
    if (b >= 0xE1 && b <= 0xEF) return {3, 0x80, 0xBF};
    if (b == 0xF0) return {4, 0x90, 0xBF};
    if (b >= 0xF1 && b <= 0xF3) return {4, 0x80, 0xBF};
    if (b == 0xF4) return {4, 0x80, 0x8F};
    return {0, 0, 0};
}

/// The offset of the first byte from `at` on that is not ASCII; eight at a time.
std::size_t ascii_end(std::string_view text, std::size_t at) {
    constexpr std::uint64_t kHighBits = 0x8080808080808080U;
    for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
        std::memcpy(&eight, text.data() + at, sizeof eight);
        if ((eight & kHighBits) != 0) break;
    }
    while (at < text.size() && byte(text, at) < 0x80) ++at;
    return at;
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t at) {
    const unsigned char first = byte(text, at);
    if (first < 0x80) return {first, 1, true};
    const Lead lead = lead_of(first);
    if (lead.length == 0) return {kReplacement, 1, false};
    char32_t value = first & (0x7FU >> lead.length);
    for (unsigned i = 1; i < lead.length; ++i) {
        if (at + i >= text.size()) return {kReplacement, i, false};
        const unsigned char next = byte(text, at + i);
        const unsigned char low = i == 1 ? lead.second_low : 0x80;
        const unsigned char high = i == 1 ? lead.second_high : 0xBF;
        if (next < low || next > high) return {kReplacement, i, false};
        value = (value << 6U) | (next & 0x3FU);
    }
    return {value, lead.length, true};
}

void append(std::string& out, char32_t value) {
    const auto put = [&out](char32_t b) { out.push_back(static_cast<char>(b)); };
    if (value < 0x80) {
        put(value);
    } else if (value < 0x800) {
        put(0xC0 | (value >> 6U));
        put(0x80 | (value & 0x3FU));
    } else if (value < 0x10000) {
        put(0xE0 | (value >> 12U));
        put(0x80 | ((value >> 6U) & 0x3FU));
        put(0x80 | (value & 0x3FU));
    } else {
        put(0xF0 | (value >> 18U));
        put(0x80 | ((value >> 12U) & 0x3FU));
        put(0x80 | ((value >> 6U) & 0x3FU));
        put(0x80 | (value & 0x3FU));
    }
}

bool is_valid(std::string_view text) {
    for (std::size_t at = ascii_end(text, 0); at < text.size(); at = ascii_end(text, at)) {
        const CodePoint point = decode(text, at);
        if (!point.valid) return false;
        at += point.length;
    }
    return true;
}

std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += decode(text, at).length) ++count;
    return count;
}

std::string repaired(std::string_view text, std::size_t* replaced) {
    std::string out;
    out.reserve(text.size());
    std::size_t sound = 0;  // what is valid from here on is appended together
    for (std::size_t at = ascii_end(text, 0); at < text.size(); at = ascii_end(text, at)) {
        const CodePoint point = decode(text, at);
        if (!point.valid) {
            out.append(text, sound, at - sound);
            append(out, kReplacement);
            sound = at + point.length;
            if (replaced != nullptr) ++*replaced;
        }
        at += point.length;
    }
    out.append(text, std::min(sound, text.size()));
    return out;
}

std::size_t floor_boundary(std::string_view text, std::size_t at) {
    if (at >= text.size()) return text.size();
    while (at > 0 && (byte(text, at) & 0xC0U) == 0x80U) --at;
    return at;
}

}  // namespace sitrep::utf8
