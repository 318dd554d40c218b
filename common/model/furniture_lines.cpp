#include "model/furniture_lines.hpp"

#include <algorithm>

namespace sitrep {
namespace {

constexpr std::string_view kDigits =
    "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
constexpr unsigned kBitsPerDigit = 6;
constexpr std::size_t kLineDigits = 8;

}  // namespace

std::string line_term(std::string_view prefix, LineFingerprint line) {
    std::string term(prefix);
    for (std::size_t i = kLineDigits; i-- > 0;)
        term += kDigits[(line >> (i * kBitsPerDigit)) & (kDigits.size() - 1)];
    return term;
}

std::optional<LineFingerprint> line_of_term(std::string_view prefix, std::string_view term) {
    if (!term.starts_with(prefix) || term.size() != prefix.size() + kLineDigits)
        return std::nullopt;
    LineFingerprint line = 0;
    for (const char c : term.substr(prefix.size())) {
        const std::size_t digit = kDigits.find(c);
        if (digit == std::string_view::npos) return std::nullopt;
        line = (line << kBitsPerDigit) | digit;
    }
    return line;
}

void StoryCount::add(std::string_view story_keys) {
    if (story_keys.size() != kStoryFamilies * kStoryKeyBytes) return;
    for (Family& family : families_) {
        const std::string_view key = story_keys.substr(0, kStoryKeyBytes);
        story_keys.remove_prefix(kStoryKeyBytes);
        const auto end = family.keys.begin() + static_cast<std::ptrdiff_t>(family.count);
        if (family.count == kFurnitureStories || std::find(family.keys.begin(), end, key) != end)
            continue;
        family.keys[family.count++] = key;
        if (family.count == kFurnitureStories) ++complete_;
    }
}

}  // namespace sitrep
