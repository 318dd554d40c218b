// The one road of settings: what the command line gives, and below it what the configuration file
// does. An option that the command line gives is never looked up in the file, repeatable ones
// included.
#pragma once

#include "settings/config_place.hpp"
#include "settings/foreign_option.hpp"

#include <boost/program_options.hpp>

#include <set>
#include <string>
#include <vector>

namespace sitrep {

/// What the file needs to know of a tool.
struct Tool {
    std::string name;     ///< sitrep-index
    std::string section;  ///< index
    /// All its options, without the name under which bare words are gathered.
    const boost::program_options::options_description& options;
    /// Whether an option may stand in the file; one that does a thing once may not.
    bool (*is_settable)(std::string_view name);
    /// Whether an option that takes one value names a thing to be done, so that it is no setting
    /// which another could overrule: given twice, one of the things would be left undone.
    bool (*stands_once)(std::string_view name) = nullptr;
    ForeignOptions foreign = {};  ///< what people type who know other tools
};

struct Settings {
    boost::program_options::variables_map values;
    ConfigFile file;                     ///< its settings: those of this tool that hold
    std::set<std::string> command_line;  ///< options given there

    bool is_from_file(std::string_view name) const;
    /// Forgets what the file says of an option that does not go with the command line.
    void drop(const std::string& name);
    /// The error, beginning with file and line where it is about an option (`--NAME...`) of the
    /// file.
    Error placed(Error error) const;
};

/// Reads both. A switch may also be given as `--NAME=true` or `--NAME=false`; of an option given
/// twice on the command line the last holds. With --help, --version and --completion no file is
/// read. Fails with Usage for what is no option (naming the nearest), stands twice in the file or
/// where it stands once, or lacks its value, and in the file for what only the command line has.
/// `words` names where the arguments that are no options go.
Result<Settings> read_settings(const Tool& tool, const std::vector<std::string>& arguments,
                               const char* words, const ConfigLoader& load);

}  // namespace sitrep
