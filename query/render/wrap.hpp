// Lines that end between words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sitrep {

/// `text`, printable() but for escape sequences of ours (colours and links, which take no room), in
/// lines of at most `width` columns where its words allow; the first line begins at column `begin`,
/// the others are indented by `indent` blanks.
std::string wrapped(std::string_view text, std::size_t width, std::size_t begin,
                    std::size_t indent);

}  // namespace sitrep
