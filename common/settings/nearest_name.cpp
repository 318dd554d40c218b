#include "settings/nearest_name.hpp"

#include "base/edit_distance.hpp"
#include "base/strings.hpp"

#include <algorithm>
#include <optional>

namespace sitrep {
namespace {

constexpr std::size_t kLongest = EditDistance::kLongest;

}  // namespace

std::string nearest_name(std::string_view given, const std::vector<std::string>& names) {
    if (given.size() > kLongest) return {};
    std::string best;
    unsigned least = static_cast<unsigned>(given.size() / 3) + 2;
    const EditDistance distance(given, least - 1);
    for (const std::string& name : names) {
        const std::optional<unsigned> far = distance.of(name);
        if (!far || *far >= least) continue;
        least = *far;
        best = name;
    }
    return best;
}

std::string option_suggestion(std::string_view argument,
                              const boost::program_options::options_description& options) {
    constexpr std::size_t kMost = 3;
    argument.remove_prefix(std::min(argument.find_first_not_of('-'), argument.size()));
    const std::string_view given = argument.substr(0, argument.find('='));
    if (given.empty()) return {};
    std::vector<std::string> names;
    std::vector<std::string> longer;
    for (const auto& option : options.options()) {
        names.push_back(option->long_name());
        if (names.back().starts_with(given)) longer.push_back("--" + names.back());
    }
    if (longer.empty() && given.size() > 1) {
        const std::string near = nearest_name(given, names);
        if (!near.empty()) longer.push_back("--" + near);
    }
    if (longer.empty() || longer.size() > kMost) return {};
    return "did you mean " + join(longer, " or ") + "?";
}

}  // namespace sitrep
