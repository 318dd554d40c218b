// What the indexer reads before it knows what it says: the bytes of one candidate article, where
// they came from, and what their source knew of them.
#pragma once

#include "model/article.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sitrep {

/// The forms in which people keep articles.
enum class Format {
    Text,
    Markdown,
    Html,
    HtmlFragment,
    Json,
    Pdf,       ///< read by a worker process
    Filtered,  ///< read by a program that --filter names
};

/// Where in a file an article stands; empty when the file is the article.
struct Place {
    std::string member;  ///< in an archive or a mail; nested ones joined: `feeds.tar#wire.jsonl`
    std::optional<std::uint64_t> record = {};  ///< the how-manieth in that file or member, from 1

    Place inside(std::string_view name) const;
    Place at(std::uint64_t number) const;
    /// `#2024/page.html`, `#17`, `#feeds/wire.jsonl#3`, or nothing.
    std::string text() const;
    friend bool operator==(const Place&, const Place&) = default;
};

/// Where a record came from, for people: `file`, `file#3` for the third record inside it, or
/// `file#member`.
struct Origin {
    std::string path;
    Place place = {};

    Origin inside(std::string_view name) const { return {path, place.inside(name)}; }
    Origin at(std::uint64_t number) const { return {path, place.at(number)}; }
    /// Unescaped: goes through printable() before it reaches a terminal.
    std::string text() const { return path + place.text(); }
    friend bool operator==(const Origin&, const Origin&) = default;
};

struct RawRecord {
    Origin origin;
    Format format = Format::Text;
    std::string bytes;
    std::string charset = {};  ///< as HTTP or MIME declare it, unchecked; empty: not said
    ArticleHeader given = {};  ///< what the container says; with_given() has the last word
    bool chosen = true;  ///< false in a crawl: without an article it is passed over, no failure
    std::string ending = {};  ///< of a Filtered record's name: which filter it is for
};

/// From here on the text is valid UTF-8, always.
struct DecodedRecord {
    Origin origin;
    Format format = Format::Text;
    std::string text;
    std::string charset;       ///< what it was decoded from, an IANA name in lower case
    std::size_t replaced = 0;  ///< malformed sequences that became U+FFFD
    std::string address = {};  ///< where the page was had from, where the container knows
};

}  // namespace sitrep
