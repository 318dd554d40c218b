// Where names may go on after a space. Internal to common/text.
#pragma once

#include <cstdint>
#include <string_view>

namespace sitrep {

/// What a word may be in a name that goes on after a space; found once per word type, so that most
/// words cost nothing. A word of one begins-bit may be followed by a word of the same follows-bit.
struct NameJoints {
    static constexpr std::uint8_t kNumbered = 1;   ///< letters, then a number: `DDG 51`
    static constexpr std::uint8_t kCounted = 2;    ///< a number, then what it counts: `155 mm`
    static constexpr std::uint8_t kSuffixed = 4;   ///< a designator, then its block: `SM-3 Block`
    static constexpr std::uint8_t kRoman = 8;      ///< capitals, then a Roman numeral: `GPS III`
    static constexpr std::uint8_t kTimes = 16;     ///< x, then a number: `5.56 x 45`
    static constexpr std::uint8_t kUpgraded = 32;  ///< a word, then a mark: `Leopard 2A8`, `2 A8`
    static constexpr std::uint8_t kFiscal = 64;    ///< `fiscal`, `year`, then a year; `FY 24`
    static constexpr std::uint8_t kVaried = 128;   ///< a number, then what varies it: `16 C/D`

    std::uint8_t begins = 0;
    std::uint8_t follows = 0;
};
NameJoints name_joints(std::string_view raw, std::string_view term);

}  // namespace sitrep
