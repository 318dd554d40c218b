// Where a block stands in the markup of its page: what the classifier of clean/ reads besides the
// words. Made by the HTML reader; all zero where a format has no markup.
#pragma once

#include <array>
#include <cstdint>

namespace sitrep {

/// What the elements that a block stands in say of themselves by tag, role or name. Bits.
enum class PlaceMark : std::uint8_t {
    Paragraph,
    Heading,
    ListItem,
    Cell,
    Quote,
    Preformatted,
    Figure,
    Caption,
    Nav,
    Aside,
    Footer,
    Header,
    Form,
    Dialog,
    Hidden,
    Article,
    Main,
    StoryName,    ///< "entry-content", itemprop articleBody
    ConsentName,  ///< "cookie-banner"
    ShareName,
    RelatedName,
    PromoName,
    CommentName,
    BylineName,
    AuthorName,  ///< "author-bio": who wrote it, told in a box
    MenuName,
    TopicName,  ///< tags, breadcrumbs, tables of contents
    AdName,
    InNamed,     ///< inside the container that its name makes the story's
    InDensest,   ///< inside the deepest element that holds nearly all running text
    InReadable,  ///< inside the element that Readability's scores choose
    Linked,      ///< begins inside a link
};
inline constexpr unsigned kPlaceMarks = 32;

constexpr std::uint32_t bit_of(PlaceMark mark) { return 1U << static_cast<unsigned>(mark); }

/// Those of elements that are none of the story's.
inline constexpr std::uint32_t kFurnitureMarks =
    bit_of(PlaceMark::ConsentName) | bit_of(PlaceMark::ShareName) | bit_of(PlaceMark::RelatedName) |
    bit_of(PlaceMark::PromoName) | bit_of(PlaceMark::CommentName) | bit_of(PlaceMark::BylineName) |
    bit_of(PlaceMark::AuthorName) | bit_of(PlaceMark::MenuName) | bit_of(PlaceMark::TopicName) |
    bit_of(PlaceMark::AdName) | bit_of(PlaceMark::Caption) | bit_of(PlaceMark::Nav) |
    bit_of(PlaceMark::Aside) | bit_of(PlaceMark::Footer) | bit_of(PlaceMark::Header) |
    bit_of(PlaceMark::Dialog) | bit_of(PlaceMark::Hidden);

/// Blocks [begin, end) of the page.
struct BlockRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

struct BlockPlace {
    std::uint32_t marks = 0;  ///< bits of PlaceMark
    std::uint32_t path = 0;  ///< equal for blocks in elements of the same tags and classes; never 0
    std::uint16_t depth = 0;  ///< open elements
    std::uint8_t level = 0;   ///< of a heading, 1..6
    float names = 0;          ///< log-odds of story that the names of all elements around it give
    float near_names = 0;     ///< of the three nearest ones
    float worst_name = 0;     ///< of the one that speaks most against it; at most 0
    std::array<BlockRange, 3>
        groups;  ///< smallest elements that hold more than it, then more still

    bool has(PlaceMark mark) const { return (marks & bit_of(mark)) != 0; }
    bool is_known() const { return path != 0; }
};

}  // namespace sitrep
