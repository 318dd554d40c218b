// What a mistyped name was probably meant to be.
#pragma once

#include <boost/program_options/options_description.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// The name that differs in the fewest letters (left out, added, other, or two in the wrong order),
/// the first of equals; empty when none is near.
std::string nearest_name(std::string_view given, const std::vector<std::string>& names);

/// `did you mean --format?` of an argument that is no option (`--frmat=x`, `--form`); of a single
/// letter (`-l`) the options that begin with it. Empty when there are none or many.
std::string option_suggestion(std::string_view argument,
                              const boost::program_options::options_description& options);

}  // namespace sitrep
