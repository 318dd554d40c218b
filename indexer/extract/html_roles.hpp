// What the elements of a page are for, told by their tags, roles and the words of their classes:
// what is never text, what is furniture, and which one holds the story.
#pragma once

#include "indexer/extract/dom.hpp"
#include "model/block_place.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// What is known of an element; see BlockPlace.
struct ElementRole {
    std::uint32_t own_marks = 0;  ///< bits of PlaceMark
    std::uint32_t marks = 0;      ///< with those of the elements around it
    std::uint32_t path = 2166136261U;
    std::uint16_t depth = 0;
    float own = 0;
    float names = 0;
    float worst = 0;
};

/// What is known of each node, by its index in the tree.
struct HtmlRoles {
    std::vector<std::uint8_t> skipped;    ///< never text: scripts, forms' controls
    std::vector<std::uint8_t> furniture;  ///< nav, aside, share bars, ...: with all that is below
    std::vector<ElementRole> of;          ///< of elements that are not skipped
    std::size_t named = 0;     ///< the container that its name makes the story's; 0: none
    std::size_t densest = 0;   ///< the deepest element that holds nearly all running text
    std::size_t readable = 0;  ///< the one that Readability's scores choose
    std::size_t story = 0;     ///< the better of the two; the root when unsure
};

HtmlRoles html_roles(const HtmlTree& tree);

/// Each class name, the tag when it is a custom element's, the id and the itemprop: lower case,
/// words parted by '-' ("post_title" and "postTitle" are "post-title"). At most 12.
std::vector<std::string> names_of(const HtmlTree& tree, std::size_t index);

/// Whether `name` has the word or words `part` ("post-title") among its own.
bool name_has(std::string_view name, std::string_view part);

}  // namespace sitrep
