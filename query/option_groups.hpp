// Every option of sitrep-query, in the groups that --help shows.
#pragma once

#include <boost/program_options.hpp>

#include <string_view>
#include <vector>

namespace sitrep {

std::vector<boost::program_options::options_description> option_groups();

/// What an option means that is given without its value; empty where it needs one or takes none.
std::string_view implicit_value(std::string_view name);

/// Whether an option may stand in the configuration file: it says how answers look, not what this
/// call does.
bool is_settable(std::string_view name);

}  // namespace sitrep
