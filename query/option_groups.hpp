// Every option of sitrep-query.
#pragma once

#include <boost/program_options.hpp>

#include <string_view>
#include <vector>

namespace sitrep {

/// What --help shows.
std::vector<boost::program_options::options_description> option_groups();

/// Those, and the rare ones, of which the man page alone tells.
boost::program_options::options_description all_options();

/// What an option means that is given without its value; empty where it needs one or takes none.
std::string_view implicit_value(std::string_view name);

/// Whether an option may stand in the configuration file: it says how answers look, not what this
/// call does.
bool is_settable(std::string_view name);

/// Whether an option names what is asked about or changed, so that two of it are two things.
bool stands_once(std::string_view name);

}  // namespace sitrep
