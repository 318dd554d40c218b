// What the names of an element (class, id, role, itemprop) say of what it is for: by a table of
// words of the trade, and by weights learned from pages (html_name_weights.inc).
#pragma once

#include "indexer/extract/dom.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sitrep {

struct NameFacts {
    std::uint32_t marks = 0;  ///< bits of PlaceMark
    float weight = 0;         ///< log-odds of story; negative speaks against it
};

/// Reads names; remembers the classes it saw, for a page repeats them.
class NameReader {
  public:
    NameFacts facts_of(const ElementAttributes& attributes);

  private:
    std::unordered_map<std::string_view, NameFacts> classes_;
};

/// A name as "post-title-2" that pages write "postTitle_2"; of its first 64 bytes.
std::string dashed_name(std::string_view raw);

/// The words of an attribute's names and each two that follow one another ("post-title"), lower
/// case, each once; "postTitle" and "post_title" are "post-title". At most 12 names of 64 bytes.
std::vector<std::string> name_words(std::string_view names);

}  // namespace sitrep
