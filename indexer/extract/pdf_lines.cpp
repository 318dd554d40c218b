#include "indexer/extract/pdf_lines.hpp"

#include "base/strings.hpp"

#include <algorithm>
#include <map>

namespace sitrep {
namespace {

constexpr double kTabularGap = 2.5;  ///< in the size of the font: no justified line has such

/// A letter or two, so large that lines of text stand beside it.
bool is_initial(const PdfWord& word, double em) {
    return word.text.size() <= 4 && word.bottom - word.top > 2 * em;
}

/// Where a word stands for the question which line it is on.
struct Placed {
    const PdfWord* word;
    double top;
    double bottom;
    double middle() const { return (top + bottom) / 2; }
};

bool share_line(const Placed& a, const Placed& b) {
    const double common = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
    const double least = std::min(a.bottom - a.top, b.bottom - b.top);
    return common >= 0.5 * least;
}

PdfLine line_of(std::vector<Placed>& placed) {
    std::sort(placed.begin(), placed.end(),
              [](const Placed& a, const Placed& b) { return a.word->left < b.word->left; });
    const PdfWord& first = *placed.front().word;
    PdfLine line{"", first.left, placed.front().top, first.right, placed.front().bottom};
    std::map<double, std::size_t> sizes;
    std::size_t bold = 0;
    const PdfWord* before = nullptr;
    for (const Placed& each : placed) {
        const PdfWord& word = *each.word;
        const bool glued = before != nullptr && !before->space_after &&
                           word.left - before->right < 0.1 * word.size;
        const bool initial = before != nullptr && word.left - before->right < 0.5 * word.size &&
                             before->size > 1.8 * word.size && before->text.size() <= 2;
        if (before != nullptr && !glued && !initial) line.text += ' ';
        if (before != nullptr && word.left - before->right > kTabularGap * word.size)
            line.tabular = true;
        line.text += word.text;
        line.top = std::min(line.top, each.top);
        line.bottom = std::max(line.bottom, each.bottom);
        line.right = std::max(line.right, word.right);
        sizes[word.size] += word.text.size();
        if (word.bold) bold += word.text.size();
        before = &word;
    }
    std::size_t most = 0;
    for (const auto& [size, bytes] : sizes) {
        if (bytes >= most) line.size = size;
        most = std::max(most, bytes);
    }
    line.bold = 2 * bold > line.text.size();
    line.first_word_width = first.right - first.left;
    line.text = collapsed_space(line.text);
    return line;
}

}  // namespace

double median_size(const PdfWords& words) {
    std::vector<double> sizes;
    for (const PdfWord* word : words) sizes.push_back(word->size);
    if (sizes.empty()) return 1;
    const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    return std::max(*middle, 1.0);
}

std::vector<PdfLine> lines_of(const PdfWords& words) {
    const double em = median_size(words);
    std::vector<Placed> placed;
    for (const PdfWord* word : words) {
        const double bottom = is_initial(*word, em) ? word->top + em : word->bottom;
        placed.push_back({word, word->top, bottom});
    }
    std::stable_sort(placed.begin(), placed.end(),
                     [](const Placed& a, const Placed& b) { return a.middle() < b.middle(); });
    std::vector<PdfLine> lines;
    std::vector<Placed> line;
    const auto end_line = [&] {
        if (!line.empty()) lines.push_back(line_of(line));
        line.clear();
    };
    for (const Placed& each : placed) {
        if (!line.empty() && !share_line(line.back(), each) && !share_line(line.front(), each))
            end_line();
        line.push_back(each);
    }
    end_line();
    return lines;
}

}  // namespace sitrep
