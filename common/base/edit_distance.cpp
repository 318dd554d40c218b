#include "base/edit_distance.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>

namespace sitrep {

EditDistance::EditDistance(std::string_view word, unsigned most) : most_(most) {
    for (std::size_t at = 0; at < word.size() && word_.size() <= kLongest;) {
        const utf8::CodePoint point = utf8::decode(word, at);
        word_ += point.value;
        at += point.length;
    }
}

EditDistance::Measure EditDistance::measure(std::string_view other) const {
    using Row = std::array<unsigned, kLongest + 1>;  // by how many letters of the word
    const std::size_t width = word_.size();
    if (width > kLongest) return {};
    std::array<Row, 3> rows;  // by how many letters of `other`, the last three
    for (std::size_t y = 0; y <= width; ++y) rows[0][y] = static_cast<unsigned>(y);
    char32_t before = 0;
    std::size_t x = 0;
    for (std::size_t at = 0; at < other.size();) {
        const utf8::CodePoint point = utf8::decode(other, at);
        at += point.length;
        ++x;
        const Row& before_last = rows[(x + 1) % 3];
        const Row& last = rows[(x + 2) % 3];
        Row& row = rows[x % 3];
        row[0] = static_cast<unsigned>(x);
        unsigned least = row[0];
        for (std::size_t y = 1; y <= width; ++y) {
            const unsigned other_letter = word_[y - 1] == point.value ? 0 : 1;
            row[y] = std::min({last[y] + 1, row[y - 1] + 1, last[y - 1] + other_letter});
            const bool swapped =
                x > 1 && y > 1 && word_[y - 1] == before && word_[y - 2] == point.value;
            if (swapped) row[y] = std::min(row[y], before_last[y - 2] + 1);
            least = std::min(least, row[y]);
        }
        if (least > most_) return {std::nullopt, at};
        before = point.value;
    }
    const unsigned distance = rows[x % 3][width];
    return {distance <= most_ ? std::optional(distance) : std::nullopt, 0};
}

}  // namespace sitrep
