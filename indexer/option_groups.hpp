// Every option of sitrep-index, in the groups that --help shows.
#pragma once

#include <boost/program_options.hpp>

#include <vector>

namespace sitrep {

std::vector<boost::program_options::options_description> option_groups();

}  // namespace sitrep
