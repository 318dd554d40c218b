// The article: what an extractor finds in a record, before cleaning and after.
#pragma once

#include "model/block_place.hpp"
#include "model/furniture_lines.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sitrep {

/// A calendar day as the article prints it; no time zone is ever applied to it.
struct Day {
    int year = 0;   ///< 1..9999
    int month = 0;  ///< 1..12
    int day = 0;    ///< 1..31
    // clang-tidy 14 takes the defaulted operator for a null pointer.
    friend auto operator<=>(const Day&, const Day&) = default;  // NOLINT(modernize-use-nullptr)
};

struct Section {
    std::string heading;                  ///< empty for the text before the first heading
    std::vector<std::string> paragraphs;  ///< running text; a list item begins with "• "
    friend bool operator==(const Section&, const Section&) = default;
};

/// Text that cleaning took out, and why: one of the reason words of clean/reason.hpp.
struct DroppedText {
    std::string text;
    std::string reason;
    friend bool operator==(const DroppedText&, const DroppedText&) = default;
};

/// What is known of an article besides its running text. Empty means unknown. All UTF-8.
struct ArticleHeader {
    std::string id;  ///< the id given in the record, else empty: the source then names it
    std::string title;
    std::string deck;
    std::vector<std::string> authors;
    std::string published;  ///< ISO 8601 date or date-time as given, or empty
    std::string
        published_from;    ///< where it came from: "url", "json-ld", "meta", "itemprop", "time",
                           ///< "class", "text", "dateline", "json", "front-matter", "... modified"
    std::string modified;  ///< ISO 8601, when the article says that it was changed; or empty
    std::string dateline;  ///< place, as printed
    std::string agency;    ///< of the dateline: "AP", "Reuters"
    std::string outlet;
    std::string section;
    std::string url;
    std::string language;  ///< ISO 639 code, lower case
    friend bool operator==(const ArticleHeader&, const ArticleHeader&) = default;
};

/// A cleaned article.
struct Article {
    ArticleHeader header;
    std::vector<Section> sections;
    std::vector<DroppedText> dropped;  ///< not stored: derived again from the file by --dump
    LineNotes notes;                   ///< stored as terms and a value, not with the text
    /// Words in running text, before the corpus was asked what is furniture: whether a record is an
    /// article must not depend on others. Not stored.
    std::size_t story_words = 0;

    /// The paragraphs and headings separated by blank lines, headline not repeated.
    std::string body() const;
    friend bool operator==(const Article&, const Article&) = default;
};

enum class BlockKind { Heading, Paragraph, ListItem };

/// One block of text as it stood on the page, story or furniture: what cleaning judges.
struct Block {
    BlockKind kind = BlockKind::Paragraph;
    std::string text;            ///< one line, white space collapsed
    std::size_t link_chars = 0;  ///< bytes of `text` inside links; 0 where the format has none
    bool furniture = false;  ///< the extractor knows it stands outside the story (nav, aside, ...)
    bool in_header = false;  ///< the extractor put what it says into the header: a byline, a date
    BlockPlace place{};      ///< in the page's markup
};

/// What an extractor returns: metadata, and every block in reading order with nothing yet judged.
struct ExtractedPage {
    ArticleHeader header;
    std::vector<Block> blocks;
    bool is_cleaned = false;  ///< an article that we wrote: cleaning keeps it whole
    bool is_written = false;  ///< notes or a clipping: somebody has chosen its lines
};

}  // namespace sitrep
