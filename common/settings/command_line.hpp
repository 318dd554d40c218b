// A tool's command line, read as the library reads it, and mended where it does not.
#pragma once

#include "settings/settings.hpp"

#include <boost/program_options.hpp>

#include <string>
#include <vector>

namespace sitrep {

bool is_switch(const boost::program_options::option_description& option);

/// What the arguments give: switches also as `--NAME=true` and `--NAME=false`, of options given
/// twice the last, with home in the paths. `all` has the tool's options and `words`, where the
/// arguments that are no options go; it must outlive what is returned. Throws what the library
/// throws.
boost::program_options::parsed_options parse_command_line(
    const Tool& tool, std::vector<std::string> arguments, const char* words,
    boost::program_options::options_description& all);

}  // namespace sitrep
