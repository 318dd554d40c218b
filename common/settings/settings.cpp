#include "settings/settings.hpp"

#include "base/environment.hpp"
#include "base/file.hpp"
#include "base/strings.hpp"
#include "settings/command_line.hpp"
#include "settings/nearest_name.hpp"
#include "settings/option_reader.hpp"
#include "settings/path_value.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace sitrep {
namespace {

namespace po = boost::program_options;
using Strings = std::vector<std::string>;

/// Options that both tools have and that mean the same to them.
bool is_common(std::string_view name) { return name == "db"; }

Strings settable_names(const Tool& tool) {
    Strings names;
    for (const auto& option : tool.options.options()) {
        if (tool.is_settable(option->long_name())) names.push_back(option->long_name());
    }
    return names;
}

/// Why a setting cannot stand where it stands; empty when it can.
std::string objection(const Tool& tool, const ConfigSetting& setting) {
    const po::option_description* option = tool.options.find_nothrow(setting.name, false);
    if (setting.section.empty() && !is_common(setting.name))
        return setting.name + " is not for both tools: it belongs below [index] or [query]";
    if (option == nullptr || option->long_name() != setting.name) {
        const std::string near = nearest_name(setting.name, settable_names(tool));
        return "there is no setting " + setting.name +
               (near.empty() ? " of " + tool.name : "; did you mean " + near + "?");
    }
    if (!tool.is_settable(setting.name))
        return setting.name + " is for the command line: it is not what every run should do";
    if (is_switch(*option) && setting.value != "true" && setting.value != "false")
        return setting.name + " is true or false";
    return {};
}

/// A file's name as the file means it: from home, or from the folder of the configuration file.
/// What has a scheme (`tcp://`) or is the name of a set (`@news`) is no file.
std::string resolved_path(const std::string& value, const std::string& config_path) {
    if (value == "-" || value.starts_with('/') || value.starts_with('@') ||
        value.find("://") != std::string::npos)
        return value;
    if (value == "~" || value.starts_with("~/")) return from_home(value);
    const std::string here = absolute_path(config_path);
    return absolute_path(joined_path(here.substr(0, here.rfind('/')), value));
}

/// The file's settings of this tool that hold: those of its section over those for both.
Result<std::vector<ConfigSetting>> chosen(const Tool& tool, const ConfigFile& file) {
    std::vector<ConfigSetting> all;
    std::map<std::string, const ConfigSetting*> first;
    for (const std::string& section : {tool.section, std::string()}) {
        for (const ConfigSetting& setting : file.settings) {
            if (setting.section != section) continue;
            if (const std::string why = objection(tool, setting); !why.empty())
                return config_error(file.path, setting.line, why);
            const po::option_description* option = tool.options.find_nothrow(setting.name, false);
            const auto [before, is_first] = first.emplace(setting.name, &setting);
            if (!is_first && before->second->section != section) continue;
            if (!is_first && !option->semantic()->is_composing())
                return config_error(file.path, setting.line,
                                    setting.name + " is set already, in line " +
                                        std::to_string(before->second->line));
            all.push_back(setting);
            all.back().value = with_paths(*option, setting.value, [&file](const std::string& path) {
                return resolved_path(path, file.path);
            });
        }
    }
    return all;
}

}  // namespace

bool Settings::is_from_file(std::string_view name) const {
    return std::any_of(file.settings.begin(), file.settings.end(),
                       [&](const ConfigSetting& setting) { return setting.name == name; });
}

void Settings::drop(const std::string& name) {
    if (!is_from_file(name)) return;
    std::erase_if(file.settings,
                  [&](const ConfigSetting& setting) { return setting.name == name; });
    const bool is_flag = values[name].value().type() == typeid(bool);
    values.erase(name);
    if (is_flag) values.emplace(name, po::variable_value(boost::any(false), true));
}

Error Settings::placed(Error error) const {
    for (const bool with_value : {true, false}) {  // of a repeated option the one it is about
        for (const ConfigSetting& setting : file.settings) {
            std::string start = "--" + setting.name;
            if (with_value) start += "=" + setting.value;
            if (!error.message.starts_with(start)) continue;
            const char next =
                error.message.size() > start.size() ? error.message[start.size()] : ' ';
            if (!with_value && next != ' ' && next != '=') continue;
            error.message = config_error(file.path, setting.line, error.message.substr(2)).message;
            return error;
        }
    }
    return error;
}

namespace {

/// Throws what the library throws for the command line.
Result<Settings> read(const Tool& tool, Strings arguments, const char* words,
                      const ConfigLoader& load) {
    po::options_description all;
    all.add(tool.options);
    all.add_options()(words, po::value<Strings>());
    po::parsed_options parsed = parse_command_line(tool, std::move(arguments), words, all);

    Settings settings;
    std::optional<std::string> named;
    for (const po::option& option : parsed.options) {
        settings.command_line.insert(option.string_key);
        if (option.string_key == "config") named = option.value.empty() ? "" : option.value.front();
    }
    const auto is_given = [&](const char* name) { return settings.command_line.count(name) != 0; };
    if (!is_given("help") && !is_given("version") && !is_given("completion")) {
        Result<ConfigFile> file = load(named);
        if (!file) return file.error();
        Result<std::vector<ConfigSetting>> held = chosen(tool, *file);
        if (!held) return held.error();
        settings.file.path = file->path;
        settings.file.warning = file->warning;
        for (ConfigSetting& setting : *held) {
            if (settings.command_line.count(setting.name) != 0) continue;
            parsed.options.emplace_back(setting.name, Strings{setting.value});
            settings.file.settings.push_back(std::move(setting));
        }
    }
    po::store(parsed, settings.values);
    return settings;
}

}  // namespace

Result<Settings> read_settings(const Tool& tool, const Strings& arguments, const char* words,
                               const ConfigLoader& load) {
    const auto refused = [&tool](std::string message, std::string hint = {}) {
        return usage_error(tool.name, std::move(message), std::move(hint));
    };
    try {
        return read(tool, arguments, words, load);
    } catch (const po::unknown_option& failure) {
        const std::string name = failure.get_option_name();
        return refused("there is no option " + name,
                       option_suggestion(name, tool.options, tool.foreign));
    } catch (const po::multiple_occurrences& failure) {
        return refused(failure.get_option_name() + " is given twice");
    } catch (const po::error_with_option_name& failure) {
        const std::string name = failure.get_option_name();
        const auto* option = tool.options.find_nothrow(
            name.substr(std::min(name.size(), name.find_first_not_of('-'))), false);
        const bool takes_value = option != nullptr && option->semantic()->max_tokens() > 0;
        return refused(name + (takes_value ? " needs a value" : " takes no value"));
    } catch (const po::error& failure) {
        return refused(failure.what());
    }
}

}  // namespace sitrep
