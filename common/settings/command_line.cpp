#include "settings/command_line.hpp"

#include "base/environment.hpp"
#include "settings/path_value.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace sitrep {
namespace {

namespace po = boost::program_options;
using Strings = std::vector<std::string>;

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

/// What `--db=~/news` means is plain, though no shell says it.
void read_home(po::parsed_options& parsed, const po::options_description& all) {
    for (po::option& option : parsed.options) {
        const po::option_description* known = all.find_nothrow(option.string_key, false);
        if (known == nullptr) continue;
        for (std::string& value : option.value)
            value =
                with_paths(*known, value, [](const std::string& path) { return from_home(path); });
    }
}

}  // namespace

bool is_switch(const po::option_description& option) {
    return option.semantic()->max_tokens() == 0;
}

po::parsed_options parse_command_line(const Tool& tool, Strings arguments, const char* words,
                                      po::options_description& all) {
    spell_switches(arguments, all);
    po::parsed_options parsed = parse(std::move(arguments), all, words);
    read_switches(parsed);
    keep_last(parsed, tool);
    read_home(parsed, all);
    return parsed;
}

}  // namespace sitrep
