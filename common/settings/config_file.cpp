#include "settings/config_file.hpp"

#include "base/byte_order_mark.hpp"
#include "base/strings.hpp"

#include <algorithm>

namespace sitrep {
namespace {

bool is_name(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return is_ascii_alpha(c) || is_ascii_digit(c) || c == '-' || c == '_';
    });
}

/// ASCII white space only: a no-break space may end a file's name.
std::string_view without_blanks(std::string_view text) {
    while (!text.empty() && is_ascii_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_ascii_space(text.back())) text.remove_suffix(1);
    return text;
}

/// The name between the brackets; empty when it is none of ours.
std::string_view section_of(std::string_view line) {
    if (!line.ends_with(']')) return {};
    const std::string_view name = without_blanks(line.substr(1, line.size() - 2));
    return name == "index" || name == "query" ? name : std::string_view();
}

}  // namespace

Error config_error(const std::string& path, std::size_t line, const std::string& what) {
    return {ErrorCode::Usage, path + ":" + std::to_string(line) + ": " + what,
            "the section CONFIGURATION of the man page says how the file is written"};
}

Result<ConfigFile> parse_config(const std::string& path, std::string_view bytes) {
    bytes.remove_prefix(byte_order_mark(bytes));
    ConfigFile file{path, {}};
    std::string section;
    std::size_t number = 0;
    for (const std::string_view raw : split(bytes, '\n')) {
        ++number;
        const std::string_view line = without_blanks(raw);
        if (line.find('\0') != std::string_view::npos)
            return config_error(path, number, "a NUL byte: this is no text file");
        if (line.empty() || line.front() == '#' || line.front() == ';') continue;
        if (line.front() == '[') {
            section = section_of(line);
            if (section.empty())
                return config_error(path, number,
                                    std::string(line) + " is neither [index] nor [query]");
            continue;
        }
        const std::size_t equals = line.find('=');
        if (equals == std::string_view::npos)
            return config_error(path, number, std::string(line) + " is not NAME = VALUE");
        const std::string name(without_blanks(line.substr(0, equals)));
        const std::string value(without_blanks(line.substr(equals + 1)));
        if (!is_name(name)) return config_error(path, number, "'" + name + "' is no name");
        if (value.empty()) return config_error(path, number, name + " needs a value");
        file.settings.push_back({section, name, value, number});
    }
    return file;
}

}  // namespace sitrep
