#include "settings/nearest_name.hpp"

#include <algorithm>

namespace sitrep {
namespace {

constexpr std::size_t kLongest = 64;

/// Letters to mend; two that changed places are one.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> rows(a.size() + 1,
                                               std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) rows[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t other = a[i - 1] == b[j - 1] ? 0 : 1;
            std::size_t least = std::min(rows[i - 1][j], rows[i][j - 1]) + 1;
            least = std::min(least, rows[i - 1][j - 1] + other);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                least = std::min(least, rows[i - 2][j - 2] + 1);
            rows[i][j] = least;
        }
    }
    return rows[a.size()][b.size()];
}

}  // namespace

std::string nearest_name(std::string_view given, const std::vector<std::string>& names) {
    if (given.size() > kLongest) return {};
    std::string best;
    std::size_t least = given.size() / 3 + 2;
    for (const std::string& name : names) {
        const std::size_t far = distance(given, name);
        if (far >= least) continue;
        least = far;
        best = name;
    }
    return best;
}

}  // namespace sitrep
