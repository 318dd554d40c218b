#include "store/touched_lines.hpp"

#include <algorithm>

namespace sitrep {
namespace {

constexpr std::size_t kMostLines = 1U << 20U;  ///< 8 MB; beyond, reading all costs no more
constexpr std::size_t kFewestToSort = 4096;

}  // namespace

void TouchedLines::add(const std::vector<LineFingerprint>& lines) {
    if (all_) return;
    lines_.insert(lines_.end(), lines.begin(), lines.end());
    if (lines_.size() >= std::max(2 * sorted_, kFewestToSort)) sort();
    if (lines_.size() > kMostLines) add_all();
}

void TouchedLines::add_all() {
    clear();
    all_ = true;
}

void TouchedLines::clear() {
    lines_ = {};
    sorted_ = 0;
    all_ = false;
}

const std::vector<LineFingerprint>& TouchedLines::lines() {
    sort();
    return lines_;
}

void TouchedLines::sort() {
    std::sort(lines_.begin(), lines_.end());
    lines_.erase(std::unique(lines_.begin(), lines_.end()), lines_.end());
    sorted_ = lines_.size();
}

}  // namespace sitrep
