#include "base/strings.hpp"
#include "settings/completion_scripts.hpp"

namespace sitrep {
namespace {

/// In single quotes, where fish lets a backslash stand before quotes and itself.
std::string quoted(const std::string& text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c;
    }
    return out + "'";
}

std::string value_flags(const CompletedOption& option) {
    const std::string words = join(option.words, " ");
    switch (option.kind) {
        case ValueKind::None:
        case ValueKind::Optional:
            return "";
        case ValueKind::Words:
            return " -x -a " + quoted(words);
        case ValueKind::List:
            return " -x -a " + quoted("(__fish_append , " + words + ")");
        case ValueKind::File:
            return " -r -F";
        case ValueKind::Folder:
            return " -x -a '(__fish_complete_directories)'";
        case ValueKind::Any:
            break;
    }
    return " -x";
}

}  // namespace

std::string fish_script(const CompletedTool& tool) {
    const std::string start = "complete -c " + tool.name;
    std::string script =
        "# Completes " + tool.name + " in fish; made by " + tool.name + " --completion=fish\n";
    if (!tool.takes_paths) script += start + " -f\n";
    for (const CompletedOption& option : tool.options) {
        script += start;
        if (!option.short_name.empty()) script += " -s " + option.short_name.substr(1);
        script += " -l " + option.name.substr(2) + value_flags(option) + " -d " +
                  quoted(option.help) + "\n";
    }
    return script;
}

}  // namespace sitrep
