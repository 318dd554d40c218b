#include "store/findings.hpp"

#include <fmt/format.h>

#include <utility>

namespace sitrep {
namespace {
constexpr std::uint64_t kMostNamed = 20;
}  // namespace

void Findings::add(const std::string& subject, const std::string& what, const std::string& detail) {
    if (++counts_[what] > kMostNamed) return;
    lines_.push_back(subject + ": " + what + (detail.empty() ? "" : " (" + detail + ")"));
}

std::vector<std::string> Findings::take() {
    for (const auto& [what, count] : std::exchange(counts_, {})) {
        if (count > kMostNamed)
            lines_.push_back(fmt::format("and {} more: {}", count - kMostNamed, what));
    }
    return std::exchange(lines_, {});
}

}  // namespace sitrep
