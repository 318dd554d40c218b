#include "settings/completion.hpp"

#include "settings/completion_scripts.hpp"

#include <utility>

namespace sitrep {
namespace {

namespace po = boost::program_options;

ValueKind kind_of(const po::option_description& option, bool has_words) {
    if (option.semantic()->max_tokens() == 0) return ValueKind::None;
    if (option.semantic()->min_tokens() == 0) return ValueKind::Optional;
    const std::string value = option.format_parameter();
    if (has_words) return value == "LIST" ? ValueKind::List : ValueKind::Words;
    if (value == "FILE") return ValueKind::File;
    return value == "DB" || value == "ROOT" ? ValueKind::Folder : ValueKind::Any;
}

CompletedOption completed_option(const po::option_description& option,
                                 std::vector<std::string> words) {
    CompletedOption out;
    out.name = "--" + option.long_name();
    const std::string shorter =
        option.canonical_display_name(po::command_line_style::allow_dash_for_short);
    if (shorter.starts_with('-')) out.short_name = shorter;
    out.help = option.description().substr(0, option.description().find(" (default"));
    out.value_name = option.format_parameter();
    out.kind = kind_of(option, !words.empty());
    out.words = std::move(words);
    out.repeats = option.semantic()->is_composing();
    return out;
}

}  // namespace

Choices<Shell> shell_names() {
    return {{"bash", Shell::Bash}, {"zsh", Shell::Zsh}, {"fish", Shell::Fish}};
}

std::string completion_script(Shell shell, const Completed& completed) {
    CompletedTool tool{completed.tool.name, {}, completed.takes_paths};
    for (const auto& option : completed.tool.options.options())
        tool.options.push_back(completed_option(*option, completed.words(option->long_name())));
    switch (shell) {
        case Shell::Bash:
            return bash_script(tool);
        case Shell::Zsh:
            return zsh_script(tool);
        case Shell::Fish:
            break;
    }
    return fish_script(tool);
}

}  // namespace sitrep
