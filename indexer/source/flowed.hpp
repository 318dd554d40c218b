// Mail text that says where its lines may be joined: `text/plain; format=flowed` (RFC 3676).
#pragma once

#include <string>
#include <string_view>

namespace sitrep {

/// With the lines of a paragraph joined. They are of one depth of quotes, whose marks stand before
/// the first of them only. `deletes_space` (DelSp=yes): the blank that a line ends in to go on is
/// no part of the text, as in scripts without blanks.
std::string unflowed(std::string_view text, bool deletes_space);

}  // namespace sitrep
