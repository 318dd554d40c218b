#include "base/edit_distance.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace sitrep {
namespace {

constexpr std::size_t kLongestCodePoint = 4;
using Row = std::array<unsigned, EditDistance::kLongest + 2>;

/// The letters of `text`, so many at most as fit.
std::size_t read_letters(std::string_view text, std::span<char32_t> letters) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size() && count < letters.size(); ++count) {
        const utf8::CodePoint point = utf8::decode(text, at);
        letters[count] = point.value;
        at += point.length;
    }
    return count;
}

}  // namespace

EditDistance::EditDistance(std::string_view word, unsigned most)
    : bytes_(word.size()), most_(most) {
    std::array<char32_t, kLongest + 1> letters;
    word_.assign(letters.data(), read_letters(word, letters));
}

std::optional<unsigned> EditDistance::of(std::string_view other) const {
    const std::size_t reach = most_ * kLongestCodePoint;  // most words are too long or too short
    if (other.size() > bytes_ + reach || other.size() + reach < bytes_) return std::nullopt;
    std::array<char32_t, kLongest + 1> letters;
    const std::size_t width = read_letters(other, letters);
    const std::size_t height = word_.size();
    if (height > kLongest || width > kLongest) return std::nullopt;
    if (std::max(width, height) - std::min(width, height) > most_) return std::nullopt;
    Row before_last;
    Row last;
    Row row;
    for (std::size_t x = 0; x <= width; ++x) last[x] = static_cast<unsigned>(x);
    for (std::size_t y = 1; y <= height; ++y) {
        row[0] = static_cast<unsigned>(y);
        unsigned least = row[0];
        for (std::size_t x = 1; x <= width; ++x) {
            const unsigned other_letter = word_[y - 1] == letters[x - 1] ? 0 : 1;
            row[x] = std::min({last[x] + 1, row[x - 1] + 1, last[x - 1] + other_letter});
            const bool swapped =
                x > 1 && y > 1 && word_[y - 1] == letters[x - 2] && word_[y - 2] == letters[x - 1];
            if (swapped) row[x] = std::min(row[x], before_last[x - 2] + 1);
            least = std::min(least, row[x]);
        }
        if (least > most_) return std::nullopt;
        before_last = last;
        last = row;
    }
    return last[width] <= most_ ? std::optional(last[width]) : std::nullopt;
}

}  // namespace sitrep
