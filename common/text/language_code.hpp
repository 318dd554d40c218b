// Languages by their codes, as articles and questions name them.
#pragma once

#include <string>
#include <string_view>

namespace sitrep {

/// The code (ISO 639: of two letters where there is one, else of three; lower case) of a language
/// tag or of a language's name, in English or its own words and in any case: `en` for `en-US`,
/// `en_GB`, `eng` and `English`, `de` for `Deutsch`. Empty for what is neither; that a code is
/// anybody's is not checked.
std::string language_code(std::string_view name);

}  // namespace sitrep
