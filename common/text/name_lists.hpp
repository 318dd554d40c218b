// The closed word lists of the name grammars. Internal to common/text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sitrep::name_lists {

/// Letters that make no designator with a number after a space: plain words, months, units.
bool is_word_before_number(std::string_view term);
/// A short word of another language, unless capitals speak for a name.
bool is_foreign_word(std::string_view term);
/// Letters that make no designator with a number, whatever stands between: `mid-20`, `FY24`.
bool is_no_prefix(std::string_view term);
/// Longer prefixes that stand before a number after a space: `Type 055`, `SSBN 826`.
bool is_long_prefix(std::string_view term);
/// What British aircraft are for, a point between it and their mark: `FGR.4`, `HC.6A`.
bool is_british_role(std::string_view term);
/// What digits may carry without being a variant: ordinals and units.
bool is_no_variant(std::string_view letters);
/// Joined forms that look like designators and are something else: `G7`, `A2AD`, `MP3`.
bool is_no_designator(std::string_view joined);

/// `blk` and `block` are `block`; empty for a word that begins no suffix.
std::string_view suffix_word(std::string_view term);
/// `IIIF` (any case) is `3f`: a Roman numeral from II on, perhaps with one letter after it.
std::optional<std::string> arabic_of(std::string_view roman);

/// `millimetres` is `mm`; empty for what is no unit.
std::string_view unit_of(std::string_view term);
/// `bn` and `billion` are `billion`; empty for what is no such word.
std::string_view scale_of(std::string_view term);
/// Scales that are one only after a currency sign: `$5M`, `€2B`.
std::string_view short_scale_of(std::string_view term);

}  // namespace sitrep::name_lists
