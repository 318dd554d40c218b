#include "settings/config_text.hpp"

#include "base/strings.hpp"
#include "base/terminal.hpp"

namespace sitrep {
namespace {

namespace po = boost::program_options;
using Strings = std::vector<std::string>;

/// The default that an option's help names: `(default: 32M)`; empty when that is more than a word.
std::string default_in(const std::string& help) {
    constexpr std::string_view kMark = "(default: ";
    const std::size_t start = help.rfind(kMark);
    if (start == std::string::npos || !help.ends_with(')')) return {};
    const std::size_t value = start + kMark.size();
    std::string word = help.substr(value, help.size() - 1 - value);
    return word.find_first_of(" ;,") == std::string::npos ? word : std::string();
}

Strings values_of(const po::variable_value& value) {
    if (value.empty()) return {};
    if (value.value().type() == typeid(bool)) return {value.as<bool>() ? "true" : "false"};
    if (value.value().type() == typeid(Strings)) return value.as<Strings>();
    return {value.as<std::string>()};
}

/// A line of the file; a comment where a file has no way to say it, or a terminal must not see it.
std::string line(const std::string& name, const std::string& value) {
    const bool can_be_said = !value.empty() && printable(value) == value &&
                             !is_ascii_space(value.front()) && !is_ascii_space(value.back());
    if (can_be_said) return name + " = " + value + "\n";
    return "# a file cannot say: " + name + " = " + printable(value) + "\n";
}

std::string origin_of(const Settings& settings, const std::string& name) {
    if (settings.command_line.count(name) != 0) return "command line";
    for (const ConfigSetting& setting : settings.file.settings) {
        if (setting.name == name)
            return printable(settings.file.path) + ":" + std::to_string(setting.line);
    }
    return "default";
}

std::string option_text(const po::option_description& option, const Settings& settings,
                        const std::map<std::string, Fallback>& fallbacks) {
    const std::string& name = option.long_name();
    Strings values = values_of(settings.values[name]);
    std::string origin = origin_of(settings, name);
    if (const auto found = fallbacks.find(name); values.empty() && found != fallbacks.end()) {
        values = {found->second.value};
        origin = found->second.origin;
    }
    if (values.empty()) {
        if (std::string word = default_in(option.description()); !word.empty())
            values = {std::move(word)};
    }
    if (values.empty())
        return "# not set: " + option.description() + "\n#" + name + " = " +
               option.format_parameter() + "\n";
    std::string text = "# " + origin + "\n";
    for (const std::string& value : values) text += line(name, value);
    return text;
}

}  // namespace

std::string config_text(const Tool& tool, const Settings& settings,
                        const std::map<std::string, Fallback>& fallbacks) {
    std::string text = "# The settings of " + tool.name + " in effect. Configuration file: " +
                       (settings.file.path.empty() ? "none" : printable(settings.file.path)) +
                       "\n[" + tool.section + "]\n";
    for (const auto& option : tool.options.options()) {
        if (tool.is_settable(option->long_name()))
            text += "\n" + option_text(*option, settings, fallbacks);
    }
    return text;
}

}  // namespace sitrep
