// Long answers on a terminal go through a pager.
#pragma once

#include "query/output.hpp"

#include <string>
#include <string_view>

namespace sitrep {

/// Writes `text` to `out`; where standard output is a terminal, `wanted` and the text is longer
/// than its screen, gives it to $PAGER instead (run by sh, as git does; `less` where it is not set,
/// with LESS=FRX where that is not set) and waits for its end. An empty PAGER and `cat` are none,
/// and one that cannot be run shows nothing: then the text is written. False where a signal ended
/// the pager: who knows what was read.
bool write_paged(std::string_view text, bool wanted, Output& out);

/// Opens `file` by xdg-open. False where there is no desktop, or xdg-open cannot be run or fails.
bool open_file(const std::string& file);

}  // namespace sitrep
