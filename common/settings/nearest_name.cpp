#include "settings/nearest_name.hpp"

#include "base/edit_distance.hpp"
#include "base/strings.hpp"

#include <algorithm>
#include <optional>

namespace sitrep {
namespace {

constexpr std::size_t kLongest = EditDistance::kLongest;

/// How many letters of a name may be wrong: of a short one each says more.
unsigned most_slips(std::size_t letters) {
    constexpr std::size_t kMost = 3;
    return static_cast<unsigned>(std::min(kMost, (letters + 3) / 4));
}

bool is_negated(std::string_view name) { return name.starts_with("no-"); }

}  // namespace

std::string nearest_name(std::string_view given, const std::vector<std::string>& names) {
    if (given.size() > kLongest) return {};
    std::string best;
    unsigned least = most_slips(given.size()) + 1;
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
                              const boost::program_options::options_description& options,
                              ForeignOptions foreign) {
    constexpr std::size_t kMost = 3;
    argument.remove_prefix(std::min(argument.find_first_not_of('-'), argument.size()));
    const std::string_view given = argument.substr(0, argument.find('='));
    if (given.empty()) return {};
    if (std::string hint = foreign_hint(given, foreign); !hint.empty()) return hint;
    std::vector<std::string> names;
    std::vector<std::string> longer;
    for (const auto& option : options.options()) {
        const std::string& name = option->long_name();
        if (is_negated(name) == is_negated(given)) names.push_back(name);
        if (name.starts_with(given)) longer.push_back("--" + name);
    }
    if (longer.empty() && given.size() > 1) {
        const std::string near = nearest_name(given, names);
        if (!near.empty()) longer.push_back("--" + near);
    }
    if (longer.empty() || longer.size() > kMost) return {};
    return "did you mean " + join(longer, " or ") + "?";
}

}  // namespace sitrep
