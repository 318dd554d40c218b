// Where the configuration file is.
#pragma once

#include "settings/config_file.hpp"

#include <functional>
#include <optional>

namespace sitrep {

/// Brings the configuration: of the file that --config names, else of the default place.
using ConfigLoader = std::function<Result<ConfigFile>(const std::optional<std::string>& named)>;

/// `named`, else $SITREP_CONFIG (set and empty: no file), else `sitrep/config` in $XDG_CONFIG_HOME
/// or ~/.config. That a file is missing is an error (Usage) only where it was named, by either.
Result<ConfigFile> load_config(const std::optional<std::string>& named);

/// No file, whatever is named: for tests.
Result<ConfigFile> no_config(const std::optional<std::string>& named);

/// $XDG_CONFIG_HOME/sitrep, else ~/.config/sitrep.
std::string config_folder();

}  // namespace sitrep
