// Which charset bytes are in. Internal to common/text.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace sitrep {

struct CharsetChoice {
    std::string_view name;  ///< IANA's, in lower case
    std::string_view icu;   ///< ICU's converter
    std::size_t mark = 0;   ///< bytes of the byte order mark that they begin with
};

/// What the first bytes say before anything else is asked: a byte order mark, or NULs at even or
/// odd places, which mean UTF-16.
std::optional<CharsetChoice> charset_of_start(std::string_view bytes);

/// By the rules that decode() tells.
CharsetChoice choose_charset(std::string_view bytes, std::string_view declared);

}  // namespace sitrep
