// Where sentences end, for snippets.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace sitrep {

/// The byte offset after each sentence of `text` (valid UTF-8), its trailing space included; the
/// last is text.size(). Knows that "Rear Adm.", "U.S.", "Jan. 3" and initials end none.
std::vector<std::size_t> sentence_ends(std::string_view text);

}  // namespace sitrep
