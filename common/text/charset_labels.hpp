// The names that pages give their charsets, and what they mean. Internal to common/text.
#pragma once

#include <string_view>

namespace sitrep {

struct Charset {
    std::string_view name;    ///< IANA's, in lower case; empty: unknown
    std::string_view icu;     ///< ICU's converter
    std::string_view labels;  ///< others that mean the same, between spaces
};

/// The charset a label means, by the table of WHATWG's Encoding Standard, section 4.2: iso-8859-1
/// is windows-1252. Null for labels that table does not hold, or maps to "replacement": converters
/// that hide markup (UTF-7, EBCDIC, HZ) are never used.
const Charset* find_charset(std::string_view label);

}  // namespace sitrep
