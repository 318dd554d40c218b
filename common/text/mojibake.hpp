// Text that was put into UTF-8 twice: "donâ€™t", "cafÃ©".
#pragma once

#include <string>

namespace sitrep {

/// `text`, valid UTF-8, with the sequences put back whose characters, as bytes of windows-1252 or
/// ISO-8859-1, are UTF-8 themselves: those that no writing has, such as "Ã©" in a word of small
/// letters, "â€™" beside a letter and three of any in a row; and, where there are such, the likely
/// ones beside them. What may be meant stays: "MANHÃ»", "NESCAFÉ®", "« café »", a "Ã¤" that is
/// talked of. A text without "Ã" to "ô" costs one scan for a byte.
std::string without_mojibake(std::string text);

}  // namespace sitrep
