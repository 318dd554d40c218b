// From bytes to valid UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sitrep {

struct Decoded {
    std::string text;          ///< valid UTF-8, without a byte order mark, NULs replaced
    std::string charset;       ///< IANA name in lower case
    std::size_t replaced = 0;  ///< malformed sequences that became U+FFFD
};

/// What the bytes say themselves, in the order that real saved files want: byte order mark; NULs at
/// even or odd places mean UTF-16 (asked early: such text is valid UTF-8 too); the escapes of an
/// ISO-2022 charset that was declared (the same); all valid UTF-8; at least 98 % of the multi-byte
/// sequences valid UTF-8, or all but one; the charset `declared` beside the bytes, by HTTP or MIME;
/// the charset a <meta> or XML declaration within the first 64 KiB names (WHATWG's labels:
/// iso-8859-1 means windows-1252; a declared Unicode form is known to be wrong by then); ICU's
/// detector from confidence 50; windows-1252. UTF-8 within UTF-8 is put back. Linear time.
Decoded decode(std::string_view bytes, std::string_view declared = {});

/// Whether these bytes are no text at all: more than one, and over 1 %, NULs and control
/// characters as text never has them. Looks at the first 8 KiB; UTF-16 and UTF-32 with a byte order
/// mark are text, and so is UTF-16 that decode() knows by its NULs.
bool looks_binary(std::string_view bytes);

}  // namespace sitrep
