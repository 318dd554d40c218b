// What a mistyped name was probably meant to be.
#pragma once

#include "settings/foreign_option.hpp"

#include <boost/program_options/options_description.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// The name that differs in the fewest letters (left out, added, other, or two in the wrong order),
/// the first of equals; empty when none is near.
std::string nearest_name(std::string_view given, const std::vector<std::string>& names);

/// What to say of an argument that is no option: the hint of `foreign`; else `did you mean
/// --format?` of a slip (`--frmat=x`, `--form`); of a single letter (`-l`) the options that begin
/// with it. Empty when there are none or many. What differs by a `no-` means the opposite.
std::string option_suggestion(std::string_view argument,
                              const boost::program_options::options_description& options,
                              ForeignOptions foreign = {});

}  // namespace sitrep
