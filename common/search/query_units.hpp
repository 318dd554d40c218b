// What is asked for in a piece of a question: its words, and the names they make.
#pragma once

#include "search/query.hpp"
#include "text/analyzer.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// The units of `text`, side by side. Words that make one name are one unit (the widest name wins):
/// of a designator, a measure or an initialism only the name is asked for; a hyphenated word, and
/// words that are written without spaces between, are asked for both ways.
std::vector<QueryUnit> units_of(std::string_view text, Analyzer& analyzer);

/// The same of what a question asks for by itself: a name whose last letters may be a word of their
/// own is asked for both ways, `Su-30MKI` and `su30mki` as `Su-30 MKI`.
std::vector<QueryUnit> asked_units(std::string_view text, Analyzer& analyzer);

/// `text` as one unit that is a name over its spaces (`DDG 51`), in the case it is typed in or,
/// where that makes none, in capitals. It must begin in the first `first_bytes` and end in the last
/// `last_bytes`, or some word would have no part in it.
std::optional<QueryUnit> unit_over_spaces(std::string_view text, std::size_t first_bytes,
                                          std::size_t last_bytes, Analyzer& analyzer);

/// How many terms `unit` asks for, as limits count them.
std::size_t term_count(const QueryUnit& unit);

/// How many words they are as typed.
std::size_t word_count(const std::vector<QueryUnit>& units);

/// The folded words as typed, with spaces between: how the corpus keeps long forms.
std::string folded_words(const std::vector<QueryUnit>& units);

/// What the unit is called in one word: its name, else its first word.
const std::string& name_of(const QueryUnit& unit);

/// Whether letters, lower case, may be the variant of a name as a word of their own: the `mki` of
/// `Su-30 MKI`. One letter may not, or an `F-16C` were in `the F-16, C-130`.
bool may_be_variant(std::string_view letters);

/// A word that only a list of stop words could do without.
bool is_plain_word(const QueryUnit& unit);

}  // namespace sitrep
