// Words with `*` and `?` in them, and words that may be misspelled.
#pragma once

#include "search/query.hpp"
#include "text/analyzer.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace sitrep {

/// The pattern that `text` is, if it is one: a word with a `*` anywhere, or with a `?` that is not
/// at its end (there it ends a sentence), and two letters or digits at least; or a word with `~`,
/// `~1` or `~2` behind it. Marks that touch no word are none.
std::optional<PatternQuery> read_pattern(std::string_view text, Field field);

/// Whether `text` is a pattern but for a second letter or digit: too many words fit.
bool is_too_vague(std::string_view text);

/// Whether `text` ends like a fuzzy word that differs in more letters than are looked for.
bool is_too_fuzzy(std::string_view text);

/// `text` in the letters of the index, `*` and `?` kept.
std::string folded_pattern(std::string_view text, Analyzer& analyzer);

/// Whether all of `term` fits `pattern`: `*` is any run of characters, `?` is one code point. Both
/// are valid UTF-8; time is bounded by the product of their lengths.
bool fits_pattern(std::string_view term, std::string_view pattern);

}  // namespace sitrep
