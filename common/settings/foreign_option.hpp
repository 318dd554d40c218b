// What people of other tools type, and what it is here.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace sitrep {

/// A row of a tool's table. `--paper=a4`, a value of an option of ours, is the name `paper=a4`.
struct ForeignOption {
    std::string_view names;  ///< without dashes, with spaces between
    std::string_view here;   ///< a hint; `{}` in it is the name that was typed
};
using ForeignOptions = std::span<const ForeignOption>;

/// The hint for `name`, without dashes; empty where the table does not know it.
std::string foreign_hint(std::string_view name, ForeignOptions table);

}  // namespace sitrep
