// What may reach a terminal. Text from files goes through printable() on its way out, whatever the
// stream; colour is added afterwards, by us.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sitrep {

/// `text` as it can be shown on one line: control characters (C0, DEL, C1), line and paragraph
/// separators, and bidirectional controls become visible (`^[`, `<U+202E>`), malformed UTF-8
/// becomes
/// `\xHH`. Always valid UTF-8 without a control character, so a file name cannot forge a line.
std::string printable(std::string_view text);

bool is_terminal(int descriptor);

/// Columns of the terminal at `descriptor`: $COLUMNS, else what the terminal says, else 80; from 20
/// to 1000.
std::size_t terminal_width(int descriptor);

/// Its lines: $LINES, else what the terminal says, else 24; from 5 to 1000.
std::size_t terminal_rows(int descriptor);

/// Whether a line can be written over there: a terminal, not TERM=dumb.
bool can_write_over(int descriptor);

/// Whether to colour what goes to `descriptor`: a terminal, not TERM=dumb, and no NO_COLOR in the
/// environment (https://no-color.org).
bool wants_colour(int descriptor);

}  // namespace sitrep
