// Which language a text is in, as CLD2 says; and which words of it have which stem. The one door of
// CLD2.
#pragma once

#include "model/article.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace sitrep {

/// Shorter texts are not judged: they hold too few words.
inline constexpr std::size_t kFewestLanguageBytes = 400;

/// The language of running text (valid UTF-8) as a code (`en`, `fr`, `zh-Hant`): empty where the
/// text is shorter than kFewestLanguageBytes, CLD2 is not sure, or less than three quarters of it
/// are in one language. Looks at the first 2 KiB.
std::string detected_language(std::string_view text);

/// The same for an article's body.
std::string detected_language(const Article& article);

/// The language an article's words are stemmed by: `en`, and another only where the article does
/// not call itself English, its text is surely in that language, and Snowball has a stemmer for it.
std::string stemming_language(const Article& article);

}  // namespace sitrep
