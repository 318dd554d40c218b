// What stands before a colon: the name of a field, or none.
#pragma once

#include <string>
#include <string_view>

namespace sitrep {

/// What to write in place of a field that is none: other tools know `after:2015`.
std::string unknown_field_hint(std::string_view name);

/// Whether a name before a colon and a space is a label of pasted text ("Source: Ministry of
/// Defence") rather than one that was typed: it begins with a capital.
bool is_printed_label(std::string_view name);

}  // namespace sitrep
