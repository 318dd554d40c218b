// What completion.cpp hands to the shells' writers.
#pragma once

#include <string>
#include <vector>

namespace sitrep {

enum class ValueKind { None, Optional, Any, Words, List, File, Folder };

struct CompletedOption {
    std::string name;        ///< `--format`
    std::string short_name;  ///< `-h`; empty: there is none
    std::string help;        ///< one line, without the default
    std::string value_name;  ///< `FORM`
    ValueKind kind = ValueKind::None;
    std::vector<std::string> words;  ///< of Words and List
    bool repeats = false;
};

struct CompletedTool {
    std::string name;
    std::vector<CompletedOption> options;
    bool takes_paths = false;
};

std::string bash_script(const CompletedTool& tool);
std::string zsh_script(const CompletedTool& tool);
std::string fish_script(const CompletedTool& tool);

}  // namespace sitrep
