// What the indexer reads before it knows what it says: the bytes of one candidate article and where
// they came from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace sitrep {

/// The forms in which people keep articles.
enum class Format { Text, Markdown, Html, Json };

/// Where a record came from, for people: `file`, or `file#3` for the third record inside it.
struct Origin {
    std::string path;
    std::optional<std::uint64_t> record;  ///< 1-based; none when the file is the record

    /// Unescaped: goes through printable() before it reaches a terminal.
    std::string text() const { return record ? path + "#" + std::to_string(*record) : path; }
    friend bool operator==(const Origin&, const Origin&) = default;
};

struct RawRecord {
    Origin origin;
    Format format = Format::Text;
    std::string bytes;
};

/// From here on the text is valid UTF-8, always.
struct DecodedRecord {
    Origin origin;
    Format format = Format::Text;
    std::string text;
    std::string charset;       ///< what it was decoded from, an IANA name in lower case
    std::size_t replaced = 0;  ///< malformed sequences that became U+FFFD
};

}  // namespace sitrep
