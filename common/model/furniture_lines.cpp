#include "model/furniture_lines.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

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

StoryCount::StoryCount(std::size_t documents) {
    constexpr std::size_t kEnough = 512;
    while (documents > (sample_mask_ + 1) * kEnough) sample_mask_ = 2 * sample_mask_ + 1;
}

bool StoryCount::alike(const Keys& a, const Keys& b) {
    constexpr std::uint64_t kLow = 0x7F7F7F7F7F7F7F7F;
    int different = 0;
    for (std::size_t half = 0; half < a.size(); ++half) {
        const std::uint64_t bits = a[half] ^ b[half];
        different +=
            std::popcount((((bits & kLow) + kLow) | bits) & ~kLow);  // bytes that are not 0
    }
    return kStoryFamilies - static_cast<unsigned>(different) > kMostKeysInCommon;
}

bool StoryCount::in_sample(const Keys& keys) const {
    const std::uint64_t mixed = (keys[0] ^ (keys[1] * 31U)) * 0x9E3779B97F4A7C15;
    return ((mixed >> 40U) & sample_mask_) == 0;
}

void StoryCount::add(std::string_view story_keys) {
    Keys keys{};
    static_assert(sizeof keys == kStoryFamilies);
    if (furniture_ || story_keys.size() != sizeof keys) return;
    std::memcpy(keys.data(), story_keys.data(), sizeof keys);
    if (!in_sample(keys) || std::find(stories_.begin(), stories_.end(), keys) != stories_.end())
        return;
    constexpr std::size_t kBits = 64;
    std::vector<std::uint64_t> unlike((stories_.size() + kBits - 1) / kBits);
    for (std::size_t i = 0; i < stories_.size(); ++i) {
        if (alike(stories_[i], keys)) continue;
        const std::vector<std::uint64_t>& others = unlike_[i];
        for (std::size_t word = 0; word < others.size(); ++word)
            furniture_ = furniture_ || (others[word] & unlike[word]) != 0;
        if (furniture_) return;
        unlike[i / kBits] |= std::uint64_t{1} << (i % kBits);
    }
    stories_.push_back(keys);
    unlike_.push_back(std::move(unlike));
}

}  // namespace sitrep
