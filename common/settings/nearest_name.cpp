#include "settings/nearest_name.hpp"

#include "base/edit_distance.hpp"

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

}  // namespace sitrep
