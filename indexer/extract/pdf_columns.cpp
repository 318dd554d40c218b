#include "indexer/extract/pdf_columns.hpp"

#include "base/strings.hpp"
#include "indexer/extract/pdf_lines.hpp"

#include <algorithm>
#include <optional>

namespace sitrep {
namespace {

constexpr unsigned kMaxDepth = 6;           ///< more columns than any page has
constexpr std::size_t kMaxRuns = 3000;      ///< more rows than any page has
constexpr double kMinGutter = 0.9;          ///< in the size of the font; spaces are a third of it
constexpr std::size_t kMinColumnLines = 3;  ///< fewer are a table's, or two names side by side
constexpr std::size_t kMinLineWords = 3;    ///< half the lines of a column have that many

struct Span {
    double begin;
    double end;
};

/// What words take of the page's width: disjoint, ascending.
class Occupied {
  public:
    void add(Span span) {
        const auto first = std::find_if(spans_.begin(), spans_.end(),
                                        [&span](const Span& s) { return s.end >= span.begin; });
        auto last = first;
        for (; last != spans_.end() && last->begin <= span.end; ++last) {
            span.begin = std::min(span.begin, last->begin);
            span.end = std::max(span.end, last->end);
        }
        spans_.insert(spans_.erase(first, last), span);
    }

    std::vector<Span> gaps(double min_width) const {
        std::vector<Span> found;
        for (std::size_t i = 1; i < spans_.size(); ++i) {
            if (spans_[i].begin - spans_[i - 1].end >= min_width)
                found.push_back({spans_[i - 1].end, spans_[i].begin});
        }
        return found;
    }

  private:
    std::vector<Span> spans_;
};

/// Words between two stretches of white that go across the whole region.
std::vector<PdfWords> runs_of(PdfWords words, double em) {
    std::stable_sort(words.begin(), words.end(),
                     [](const PdfWord* a, const PdfWord* b) { return a->top < b->top; });
    std::vector<PdfWords> runs;
    double bottom = 0;
    for (const PdfWord* word : words) {
        if (runs.empty() || word->top > bottom - 0.1 * em) runs.emplace_back();
        bottom = runs.back().empty() ? word->bottom : std::max(bottom, word->bottom);
        runs.back().push_back(word);
    }
    return runs;
}

/// Whether these words read as a column of text, not as one of a table or of a list of contents.
bool is_text_column(const PdfWords& words) {
    std::vector<std::size_t> counts;
    for (const PdfLine& line : lines_of(words)) counts.push_back(count_words(line.text));
    if (counts.size() < kMinColumnLines) return false;
    const auto middle = counts.begin() + static_cast<std::ptrdiff_t>(counts.size() / 2);
    std::nth_element(counts.begin(), middle, counts.end());
    return *middle >= kMinLineWords;
}

struct Halves {
    PdfWords left;
    PdfWords right;
};

Halves halves_of(const std::vector<PdfWords>& runs, std::size_t begin, std::size_t end, Span gap) {
    Halves halves;
    for (std::size_t i = begin; i < end; ++i) {
        for (const PdfWord* word : runs[i])
            (word->left < (gap.begin + gap.end) / 2 ? halves.left : halves.right).push_back(word);
    }
    return halves;
}

class ColumnFinder {
  public:
    void read(const PdfWords& words, unsigned depth) {
        const double em = median_size(words);
        std::vector<PdfWords> runs = runs_of(words, em);
        if (depth >= kMaxDepth || runs.size() > kMaxRuns) return emit(words);
        PdfWords single;  // rows without a gutter, so far
        for (std::size_t at = 0; at < runs.size();) {
            std::size_t end = at;
            std::optional<Halves> halves = band(runs, at, end);
            if (!halves) {
                // A table down the page is one for each of its rows: a few at a time.
                const std::size_t next = at + std::max<std::size_t>(1, (end - at) / 8);
                for (; at < next; ++at)
                    single.insert(single.end(), runs[at].begin(), runs[at].end());
                continue;
            }
            emit(std::exchange(single, {}));
            read(halves->left, depth + 1);
            read(halves->right, depth + 1);
            at = end;
        }
        emit(single);
    }

    std::vector<PdfColumn> take() && { return std::move(columns_); }

  private:
    /// The longest band of runs from `begin` on with a gutter between two columns of text.
    static std::optional<Halves> band(const std::vector<PdfWords>& runs, std::size_t begin,
                                      std::size_t& end) {
        Occupied occupied;
        std::vector<Span> gaps;
        double em = 0;  // of the largest text in the band: a drawing's labels may stand on the page
        end = begin;
        for (; end < runs.size(); ++end) {
            Occupied with = occupied;
            em = std::max(em, median_size(runs[end]));
            for (const PdfWord* word : runs[end]) with.add({word->left, word->right});
            std::vector<Span> left_over = with.gaps(kMinGutter * em);
            // A first short line has no gap, and does not close one either.
            if (left_over.empty() && !gaps.empty()) break;
            if (left_over.empty() && end - begin >= kMinColumnLines) break;
            gaps = std::move(left_over);
            occupied = std::move(with);
        }
        std::sort(gaps.begin(), gaps.end(),
                  [](const Span& a, const Span& b) { return a.end - a.begin > b.end - b.begin; });
        if (gaps.size() > kMaxDepth) gaps.resize(kMaxDepth);
        for (const Span& gap : gaps) {
            Halves halves = halves_of(runs, begin, end, gap);
            if (is_text_column(halves.left) && is_text_column(halves.right)) return halves;
        }
        return std::nullopt;
    }

    void emit(const PdfWords& words) {
        if (words.empty()) return;
        PdfColumn column{words.front()->left, words.front()->right, lines_of(words)};
        for (const PdfWord* word : words) {
            column.left = std::min(column.left, word->left);
            column.right = std::max(column.right, word->right);
        }
        columns_.push_back(std::move(column));
    }

    std::vector<PdfColumn> columns_;
};

}  // namespace

std::vector<PdfColumn> columns_of(const std::vector<PdfWord>& words) {
    PdfWords all;
    for (const PdfWord& word : words) all.push_back(&word);
    ColumnFinder finder;
    finder.read(all, 0);
    return std::move(finder).take();
}

}  // namespace sitrep
