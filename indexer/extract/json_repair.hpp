// JSON as careless templates write it, made into JSON that can be parsed.
#pragma once

#include <string>
#include <string_view>

namespace sitrep {

/// `text` with the usual mistakes mended: comment and CDATA marks around or inside, quotes written
/// as `&quot;`, raw line ends and unescaped quotes inside strings, escapes that JSON does not know,
/// halves of surrogate pairs, numbers that none can hold and what is no value (`NaN`), commas too
/// many or missing between values, a semicolon at the end, brackets left open. Several values
/// become one list. One linear pass; what it gives, three times as much at most, may still be no
/// JSON. Empty when `text` has no object and no list.
std::string repaired_json(std::string_view text);

}  // namespace sitrep
