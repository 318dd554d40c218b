// Where the configuration file is.
#pragma once

#include "settings/config_file.hpp"

#include <functional>
#include <optional>

namespace sitrep {

/// Brings the configuration: of the file that --config names, else of the default place.
using ConfigLoader = std::function<Result<ConfigFile>(const std::optional<std::string>& named)>;

/// `named`, else $SITREP_CONFIG (set and empty: no file), else `sitrep/config` in $XDG_CONFIG_HOME
/// or ~/.config. That a file is missing is an error (Usage) only where it was named, by either; one
/// of the default place that may not be looked at is left out with a warning.
Result<ConfigFile> load_config(const std::optional<std::string>& named);

/// No file, whatever is named: for tests.
Result<ConfigFile> no_config(const std::optional<std::string>& named);

/// A file of the user's that need not be there.
struct OptionalFile {
    std::string path;     ///< empty: there is none
    std::string warning;  ///< why it is left out; empty: it is not
};

/// `name` in $XDG_CONFIG_HOME/sitrep, else ~/.config/sitrep. Where that is closed to this user, as
/// with the HOME of another, it is as good as none: with a warning, as git does it.
Result<OptionalFile> optional_file(const std::string& name);

}  // namespace sitrep
