// The words that introduce whoever wrote an article: "By", "Written by:", "Par".
#pragma once

#include <string_view>

namespace sitrep {

/// Cuts `words` (any case) and the space or colon after it off the front of `text`.
bool take_words(std::string_view& text, std::string_view words);

/// The same with what introduces an author in other languages ("Par", "Von", "Autor:"), where a
/// name of two words or more is all that follows: "Von der Leyen" and "Di Rupo" are whole.
bool take_foreign_by(std::string_view& text);

/// The text behind the words that introduce an author ("By", "Written by:", "Author:"); all of it
/// when none does.
std::string_view without_by(std::string_view text);

/// Whether English ones introduce what follows in the line.
bool begins_with_by(std::string_view line);

/// Whether a line is such words and no more, so that the name stands in the next.
bool is_by_words(std::string_view line);

}  // namespace sitrep
