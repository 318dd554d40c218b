#include "settings/settings.hpp"

#include "base/environment.hpp"
#include "base/file.hpp"
#include "base/strings.hpp"
#include "settings/nearest_name.hpp"
#include "settings/option_reader.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace sitrep {
namespace {

namespace po = boost::program_options;
using Strings = std::vector<std::string>;

bool is_switch(const po::option_description& option) {
    return option.semantic()->max_tokens() == 0;
}

/// Options that both tools have and that mean the same to them.
bool is_common(std::string_view name) { return name == "db"; }

constexpr std::string_view kOff = ":off";

/// Writes `--switch=true` as `--switch`, and `--switch=false`, which the library does not know, as
/// a switch of its own that `all` has from then on.
void spell_switches(Strings& arguments, po::options_description& all) {
    const auto end = std::find(arguments.begin(), arguments.end(), "--");
    for (auto argument = arguments.begin(); argument != end; ++argument) {
        const std::size_t equals = argument->find('=');
        if (!argument->starts_with("--") || equals == std::string::npos) continue;
        const std::string value = argument->substr(equals + 1);
        std::string name = argument->substr(2, equals - 2);
        const po::option_description* option = all.find_nothrow(name, false);
        if (option == nullptr || !is_switch(*option) || (value != "true" && value != "false"))
            continue;
        if (value == "false") {
            name += kOff;
            if (all.find_nothrow(name, false) == nullptr)
                all.add_options()(name.c_str(), po::bool_switch());
        }
        *argument = "--" + name;
    }
}

/// Undoes that in what the library has read.
void read_switches(po::parsed_options& parsed) {
    for (po::option& option : parsed.options) {
        if (!option.string_key.ends_with(kOff)) continue;
        option.string_key.resize(option.string_key.size() - kOff.size());
        option.value = {"false"};
    }
}

/// Of an option given twice the last holds, but for those that name several things, and those that
/// stand once: of these the library says so.
void keep_last(po::parsed_options& parsed, const Tool& tool) {
    std::set<std::string> given;
    const auto is_overruled = [&](const po::option& one) {
        const po::option_description* option = tool.options.find_nothrow(one.string_key, false);
        if (option == nullptr || option->semantic()->is_composing()) return false;
        if (tool.stands_once != nullptr && tool.stands_once(one.string_key)) return false;
        return !given.insert(one.string_key).second;
    };
    std::vector<po::option>& all = parsed.options;
    std::reverse(all.begin(), all.end());
    all.erase(std::remove_if(all.begin(), all.end(), is_overruled), all.end());
    std::reverse(all.begin(), all.end());
}

/// What follows `--` the library takes in one go; words that it must look at one by one take it
/// time that grows with the square of their number. So one is put before the last words, behind the
/// first of them, which may be the value of an option.
void mark_words(Strings& arguments) {
    if (std::find(arguments.begin(), arguments.end(), "--") != arguments.end()) return;
    const auto is_option = [](const std::string& argument) { return argument.starts_with('-'); };
    const auto words = std::find_if(arguments.rbegin(), arguments.rend(), is_option).base();
    if (words != arguments.end()) arguments.insert(words + 1, "--");
}

po::parsed_options parse(Strings arguments, const po::options_description& all, const char* words) {
    mark_words(arguments);
    po::positional_options_description positional;
    positional.add(words, -1);
    using Style = po::command_line_style::style_t;
    return po::command_line_parser(arguments)
        .options(all)
        .positional(positional)
        .style(Style(po::command_line_style::unix_style & ~po::command_line_style::allow_guessing))
        .run();
}

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

std::string resolved(const po::option_description& option, const std::string& value,
                     const std::string& config_path) {
    constexpr std::array<std::string_view, 4> kPaths = {"DB", "FILE", "FOLDER", "ROOT"};
    const std::string kind = option.format_parameter();
    if (is_one_of(kind, kPaths)) return resolved_path(value, config_path);
    const std::size_t equals = value.find('=');
    if (kind != "NAME=DB,..." || equals == std::string::npos) return value;
    Strings parts;
    for (const std::string_view part : split(std::string_view(value).substr(equals + 1), ','))
        parts.push_back(resolved_path(std::string(trimmed(part)), config_path));
    return value.substr(0, equals + 1) + join(parts, ",");
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
            all.back().value = resolved(*option, setting.value, file.path);
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
    spell_switches(arguments, all);
    po::parsed_options parsed = parse(arguments, all, words);
    read_switches(parsed);
    keep_last(parsed, tool);

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
