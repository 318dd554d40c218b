#include "base/strings.hpp"
#include "settings/completion_scripts.hpp"

#include <algorithm>

namespace sitrep {
namespace {

/// The options, spaces between; those that need a value end in `=`.
std::string option_words(const CompletedTool& tool) {
    std::vector<std::string> words;
    for (const CompletedOption& option : tool.options) {
        const bool needs_value =
            option.kind != ValueKind::None && option.kind != ValueKind::Optional;
        words.push_back(option.name + (needs_value ? "=" : ""));
        if (!option.short_name.empty()) words.push_back(option.short_name);
    }
    return join(words, " ");
}

/// The commands that complete an option's value, a line each; none where it may be anything.
std::string value_commands(const CompletedOption& option) {
    const std::string indent(12, ' ');
    const std::string words = "-W '" + join(option.words, " ") + "' -- ";
    switch (option.kind) {
        case ValueKind::Words:
            return indent + "_sitrep_words " + words + "\"$current\"\n";
        case ValueKind::List:
            return indent + "[[ $current == *,* ]] && listed=${current%,*},\n" + indent +
                   "_sitrep_words -P \"$listed\" " + words + "\"${current##*,}\"\n";
        case ValueKind::File:
            return indent + "_sitrep_files -f -- \"$current\"\n";
        case ValueKind::Folder:
            return indent + "_sitrep_files -d -- \"$current\"\n";
        default:
            return "";
    }
}

/// A branch for each option that needs a value.
std::string value_branches(const CompletedTool& tool) {
    std::string branches;
    for (const CompletedOption& option : tool.options) {
        if (option.kind == ValueKind::None || option.kind == ValueKind::Optional) continue;
        const std::string shorter = option.short_name.empty() ? "" : "|" + option.short_name;
        branches += "        " + option.name + shorter + ")\n" + value_commands(option) +
                    "            return ;;\n";
    }
    return branches;
}

// Works without the bash-completion package: bash cuts the line at `=`, unless COMP_WORDBREAKS was
// changed, and leaves it to us to put --option=value together.
constexpr std::string_view kFunctions = R"(
_sitrep_words() {
    mapfile -t COMPREPLY < <(compgen "$@")
}

_sitrep_files() {
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen "$@")
}
)";

constexpr std::string_view kStart =
    R"(    local current=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD-1]} listed= word
    COMPREPLY=()
    if [[ $current == = ]]; then
        current=
    elif [[ $option == = ]]; then
        option=${COMP_WORDS[COMP_CWORD-2]}
    fi
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        [[ $word == -- ]] && option= && break
    done
    case $option in
)";

}  // namespace

std::string bash_script(const CompletedTool& tool) {
    std::string function = "_" + tool.name;
    std::replace(function.begin(), function.end(), '-', '_');
    std::string script = "# Completes " + tool.name + " in bash; made by " + tool.name +
                         " --completion=bash\n" + std::string(kFunctions) + "\n" + function +
                         "() {\n" + std::string(kStart) + value_branches(tool) + "    esac\n";
    script += "    if [[ $current == -* && $word != -- ]]; then\n        _sitrep_words -W '" +
              option_words(tool) +
              "' -- \"$current\"\n"
              "        [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace "
              "2>/dev/null\n";
    if (tool.takes_paths) script += "    else\n        _sitrep_files -f -- \"$current\"\n";
    return script + "    fi\n}\n\ncomplete -F " + function + " " + tool.name + "\n";
}

}  // namespace sitrep
