// What a corpus says its acronyms stand for. Written as terms of the articles that define them, so
// that it is as true as the articles are: a definition goes with its last article.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sitrep {

/// An acronym and its long form, both folded: `jadc2`, `joint all domain command and control`.
struct AcronymMeaning {
    std::string acronym;
    std::string words;
    std::uint64_t articles = 0;  ///< that define it so
    friend bool operator==(const AcronymMeaning&, const AcronymMeaning&) = default;
};

/// `XPisr=intelligence surveillance and reconnaissance`: an article defines the acronym so.
inline constexpr std::string_view kAcronymPrefix = "XP";
/// `XRintelligence surveillance and reconnaissance=isr`: the same, to be found by its long form.
inline constexpr std::string_view kLongFormPrefix = "XR";
inline constexpr char kAcronymSeparator = '=';  ///< in no folded word

}  // namespace sitrep
