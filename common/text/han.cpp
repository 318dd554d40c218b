#include "text/han.hpp"

#include "base/utf8.hpp"

namespace sitrep {
namespace {

constexpr std::size_t kFewest = 3;
constexpr std::size_t kMost = 6;

bool is_han(char32_t c) { return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF); }

}  // namespace

std::vector<std::string_view> han_pairs(std::string_view word) {
    constexpr std::size_t kBytes = 3;  // of each of them
    std::vector<std::string_view> pairs;
    if (word.size() < kFewest * kBytes || word.size() > kMost * kBytes) return pairs;
    for (std::size_t at = 0; at < word.size(); at += kBytes) {
        if (!is_han(utf8::decode(word, at).value)) return {};
        if (at > 0) pairs.push_back(word.substr(at - kBytes, 2 * kBytes));
    }
    return pairs;
}

}  // namespace sitrep
