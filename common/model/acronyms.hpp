// What a corpus says its acronyms stand for. Written as terms of the articles that define them, so
// that it is as true as the articles are: a definition goes with its last article.
#pragma once

#include "model/fields.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// An acronym and its long form, both folded: `jadc2`, `joint all domain command and control`.
struct AcronymMeaning {
    std::string acronym;
    std::string words;
    std::uint64_t articles = 0;  ///< that define it so
    friend bool operator==(const AcronymMeaning&, const AcronymMeaning&) = default;
};

/// What is known of the acronyms of a corpus.
class AcronymSource {
  public:
    AcronymSource() = default;
    AcronymSource(const AcronymSource&) = delete;
    AcronymSource& operator=(const AcronymSource&) = delete;
    virtual ~AcronymSource() = default;

    /// The meanings that articles give `acronym`, the most frequent first.
    virtual std::vector<AcronymMeaning> meanings_of(std::string_view acronym) = 0;
    /// The acronyms that articles give for `words`, the most frequent first.
    virtual std::vector<AcronymMeaning> acronyms_of(std::string_view words) = 0;
    /// Whether any article holds these words side by side, in the text or that field.
    virtual bool holds(std::string_view words, Field field = Field::Body) = 0;
    /// Whether any article writes it as one word: `airstrike`, where `air-strike` is two.
    virtual bool holds_unjoined(std::string_view word) = 0;
};

/// `XPisr=intelligence surveillance and reconnaissance`: an article defines the acronym so.
inline constexpr std::string_view kAcronymPrefix = "XP";
/// `XRintelligence surveillance and reconnaissance=isr`: the same, to be found by its long form.
inline constexpr std::string_view kLongFormPrefix = "XR";
inline constexpr char kAcronymSeparator = '=';  ///< in no folded word

}  // namespace sitrep
