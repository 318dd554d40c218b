// Scripts that complete a tool's command line in a shell, made of the options that --help shows.
#pragma once

#include "settings/choices.hpp"
#include "settings/settings.hpp"

#include <string>
#include <vector>

namespace sitrep {

enum class Shell { Bash, Zsh, Fish };

/// As in --completion.
Choices<Shell> shell_names();

/// What completion needs to know of a tool besides its options.
struct Completed {
    const Tool& tool;
    /// The words that an option's value may be; none: it may be anything.
    std::vector<std::string> (*words)(std::string_view option);
    bool takes_paths = false;  ///< arguments that are no options are files and folders
};

/// The script, for the file that the shell loads by itself. What a value is, its name in the help
/// says: FILE a file, DB and ROOT a folder, LIST several words with commas between.
std::string completion_script(Shell shell, const Completed& completed);

}  // namespace sitrep
