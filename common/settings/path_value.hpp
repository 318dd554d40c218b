// The paths in what an option is given.
#pragma once

#include <boost/program_options/options_description.hpp>

#include <functional>
#include <string>

namespace sitrep {

/// `value` with each path in it as `read` reads it; as it is where the option takes none.
std::string with_paths(const boost::program_options::option_description& option,
                       const std::string& value,
                       const std::function<std::string(const std::string&)>& read);

}  // namespace sitrep
