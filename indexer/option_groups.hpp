// Every option of sitrep-index, in the groups that --help shows.
#pragma once

#include <boost/program_options.hpp>

#include <span>
#include <string_view>
#include <vector>

namespace sitrep {

std::vector<boost::program_options::options_description> option_groups();

/// The options that say what one run does.
std::span<const std::string_view> options_of_one_run();

/// Whether an option may stand in the configuration file: it says how runs go.
bool is_settable(std::string_view name);

/// Whether an option names what is indexed, or what the database is to be from then on, so that
/// another of it is no other setting.
bool stands_once(std::string_view name);

}  // namespace sitrep
