#include "text/korean.hpp"

#include "base/utf8.hpp"

#include <array>

namespace sitrep {
namespace {

/// The longest first.
constexpr std::array<std::string_view, 35> kParticles = {
    "에서는", "에게서", "으로서", "으로써", "으로는", "이라고", "이라는", "까지는", "에서",
    "에게",   "에는",   "으로",   "로서",   "로써",   "로는",   "까지",   "부터",   "처럼",
    "보다",   "라고",   "라는",   "이나",   "은",     "는",     "이",     "가",     "을",
    "를",     "의",     "에",     "로",     "와",     "과",     "도",     "만"};
constexpr std::size_t kSyllableBytes = 3;

bool ends_cut(std::string_view word, std::string_view particle) {
    return word.ends_with(particle) && word.size() >= particle.size() + 2 * kSyllableBytes;
}

}  // namespace

bool is_hangul(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        const utf8::CodePoint point = utf8::decode(word, at);
        if (point.value < 0xAC00 || point.value > 0xD7A3) return false;
        at += point.length;
    }
    return !word.empty();
}

std::string_view korean_stem(std::string_view word) {
    for (const std::string_view particle : kParticles) {
        if (ends_cut(word, particle)) return word.substr(0, word.size() - particle.size());
    }
    return word;
}

}  // namespace sitrep
