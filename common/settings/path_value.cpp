#include "settings/path_value.hpp"

#include "base/strings.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace sitrep {

std::string with_paths(const boost::program_options::option_description& option,
                       const std::string& value,
                       const std::function<std::string(const std::string&)>& read) {
    constexpr std::array<std::string_view, 4> kPaths = {"DB", "FILE", "FOLDER", "ROOT"};
    const std::string kind = option.format_parameter();
    if (is_one_of(kind, kPaths)) return read(value);
    const std::size_t equals = value.find('=');
    if (kind != "NAME=DB,..." || equals == std::string::npos) return value;
    std::vector<std::string> parts;
    for (const std::string_view part : split(std::string_view(value).substr(equals + 1), ','))
        parts.push_back(read(std::string(trimmed(part))));
    return value.substr(0, equals + 1) + join(parts, ",");
}

}  // namespace sitrep
