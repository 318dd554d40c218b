#include "base/strings.hpp"
#include "settings/completion_scripts.hpp"

namespace sitrep {
namespace {

/// For the inside of '...:...[...]': what means something to _arguments, after a backslash.
std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

/// What follows the explanation of an option.
std::string value_spec(const CompletedOption& option) {
    const std::string name = ":" + escaped(option.value_name) + ":";
    const std::string words = join(option.words, " ");
    switch (option.kind) {
        case ValueKind::None:
            return "";
        case ValueKind::Optional:
            return "::value:";
        case ValueKind::Words:
            return name + "(" + words + ")";
        case ValueKind::List:
            return name + "_sequence compadd - " + words;
        case ValueKind::File:
            return name + "_files";
        case ValueKind::Folder:
            return name + "_files -/";
        case ValueKind::Any:
            break;
    }
    return name;
}

/// How a value is joined to the name: `=` also as the next word, `=-` only so.
std::string joint(const CompletedOption& option) {
    if (option.kind == ValueKind::None) return "";
    return option.kind == ValueKind::Optional ? "=-" : "=";
}

std::string spec_line(const CompletedOption& option) {
    const std::string rest = "[" + escaped(option.help) + "]" + value_spec(option);
    const std::string repeats = option.repeats ? "*" : "";
    const std::string with_value = option.kind == ValueKind::None ? "" : "+";
    if (option.short_name.empty())
        return "  " + shell_quoted(repeats + option.name + joint(option) + rest) + " \\\n";
    const std::string both =
        repeats.empty() ? "(" + option.name + " " + option.short_name + ")" : repeats;
    return "  " + shell_quoted(both + option.name + joint(option) + rest) + " \\\n  " +
           shell_quoted(both + option.short_name + with_value + rest) + " \\\n";
}

}  // namespace

std::string zsh_script(const CompletedTool& tool) {
    std::string script = "#compdef " + tool.name + "\n# Made by " + tool.name +
                         " --completion=zsh\n\n_arguments -s -S \\\n";
    for (const CompletedOption& option : tool.options) script += spec_line(option);
    return script + (tool.takes_paths ? "  '*:path:_files'\n" : "  '*:words:'\n");
}

}  // namespace sitrep
