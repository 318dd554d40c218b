#include "indexer/extract/pdf_furniture.hpp"

#include "base/strings.hpp"
#include "indexer/extract/pdf_lines.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace sitrep {
namespace {

constexpr std::size_t kMaxEdgeRows = 4;  ///< rows at one edge of a page that may be furniture
constexpr double kSamePlace = 6;         ///< points that a recurring row may move
constexpr std::size_t kMaxRowBytes = 300;

/// A row of words across the whole page, near its top or bottom edge.
struct EdgeRow {
    std::string text;
    std::string key;  ///< the text without its figures
    double middle = 0;
    PdfWords words;
    bool furniture = false;
};

struct Edges {
    std::vector<EdgeRow> top;     ///< the outermost first
    std::vector<EdgeRow> bottom;  ///< the outermost first
};

/// `text` in lower case, each figure made '#'.
std::string without_figures(std::string_view text) {
    std::string key;
    for (const char c : text) {
        if (!is_ascii_digit(c)) {
            key += ascii_lower(c);
        } else if (!key.ends_with('#')) {
            key += '#';
        }
    }
    return key;
}

EdgeRow row_of(PdfWords words) {
    std::sort(words.begin(), words.end(),
              [](const PdfWord* a, const PdfWord* b) { return a->left < b->left; });
    EdgeRow row;
    for (const PdfWord* word : words) {
        if (!row.text.empty()) row.text += ' ';
        row.text += word->text;
        row.middle += word->middle() / static_cast<double>(words.size());
    }
    row.text = collapsed_space(row.text);
    row.key = without_figures(row.text);
    row.words = std::move(words);
    return row;
}

/// The outermost rows among `words`, which are sorted from one edge inwards.
template <class Iterator>
std::vector<EdgeRow> edge_rows(Iterator begin, Iterator end) {
    std::vector<EdgeRow> rows;
    while (begin != end && rows.size() < kMaxEdgeRows) {
        const PdfWord& first = **begin;
        PdfWords words;
        std::size_t bytes = 0;
        for (; begin != end; ++begin) {
            const double middle = (*begin)->middle();
            if (middle < first.top || middle > first.bottom) break;
            words.push_back(*begin);
            bytes += (*begin)->text.size();
        }
        if (words.empty()) words.push_back(*begin++);
        if (bytes > kMaxRowBytes) break;
        rows.push_back(row_of(std::move(words)));
    }
    return rows;
}

Edges edges_of(const PdfSheet& sheet) {
    PdfWords words;
    for (const PdfWord& word : sheet.words) words.push_back(&word);
    std::stable_sort(words.begin(), words.end(),
                     [](const PdfWord* a, const PdfWord* b) { return a->middle() < b->middle(); });
    return {edge_rows(words.begin(), words.end()), edge_rows(words.rbegin(), words.rend())};
}

/// `1`, `- 2 -`, `Page 3 of 9`, `4/9`
bool is_page_number(std::string_view key) {
    std::string bare;
    for (const char c : key) {
        if (c != ' ' && c != '-' && c != '[' && c != ']' && c != '(' && c != ')') bare += c;
    }
    constexpr std::string_view kDash = "–";
    for (std::size_t at = bare.find(kDash); at != std::string::npos; at = bare.find(kDash))
        bare.erase(at, kDash.size());
    static const std::unordered_set<std::string_view> kForms = {"#",    "page#",    "p.#",    "#/#",
                                                                "#of#", "page#of#", "page#/#"};
    return kForms.contains(bare);
}

bool is_address(std::string_view word) {
    return word.starts_with("https://") || word.starts_with("http://");
}

/// What Chrome, Firefox and Safari print in the margins: day and time, or address and page.
bool is_browser_mark(const EdgeRow& row, std::string_view words) {
    const std::string_view first = words.substr(0, words.find(' '));
    if (is_address(first)) return row.key.ends_with("#/#") || row.key.ends_with("# of #");
    return (row.key.starts_with("#/#/#, #:#") || row.key.starts_with("#.#.#, #:#"));
}

/// Rows of one edge, by their keys, over all pages.
class Recurrence {
  public:
    void add(const std::vector<EdgeRow>& rows) {
        for (const EdgeRow& row : rows) places_[row.key].push_back(row.middle);
    }

    void sort() {
        for (auto& [key, places] : places_) std::sort(places.begin(), places.end());
    }

    /// On how many pages a row like this stands at the same place.
    std::size_t count(const EdgeRow& row) const {
        const std::vector<double>& places = places_.at(row.key);
        const auto begin = std::lower_bound(places.begin(), places.end(), row.middle - kSamePlace);
        const auto end = std::upper_bound(begin, places.end(), row.middle + kSamePlace);
        return static_cast<std::size_t>(end - begin);
    }

  private:
    std::unordered_map<std::string, std::vector<double>> places_;
};

/// A row is furniture only when all between it and the edge are.
void judge(std::vector<EdgeRow>& rows, const Recurrence& recurrence, std::size_t pages) {
    const std::size_t enough = pages <= 5 ? 2 : 3;
    for (EdgeRow& row : rows) {
        const bool recurs = recurrence.count(row) >= enough;
        if (!recurs && !is_browser_mark(row, row.text) &&
            !(&row == &rows.front() && is_page_number(row.key))) {
            return;
        }
        row.furniture = true;
    }
}

}  // namespace

std::vector<std::string> take_furniture(std::vector<PdfSheet>& sheets) {
    std::vector<Edges> edges;
    Recurrence tops;
    Recurrence bottoms;
    for (const PdfSheet& sheet : sheets) {
        edges.push_back(edges_of(sheet));
        tops.add(edges.back().top);
        bottoms.add(edges.back().bottom);
    }
    tops.sort();
    bottoms.sort();
    std::vector<std::string> furniture;
    for (std::size_t page = 0; page < sheets.size(); ++page) {
        judge(edges[page].top, tops, sheets.size());
        judge(edges[page].bottom, bottoms, sheets.size());
        std::unordered_set<const PdfWord*> gone;
        for (const std::vector<EdgeRow>* rows : {&edges[page].top, &edges[page].bottom}) {
            for (const EdgeRow& row : *rows) {
                if (!row.furniture || gone.contains(row.words.front())) continue;
                gone.insert(row.words.begin(), row.words.end());
                furniture.push_back(row.text);
            }
        }
        if (gone.empty()) continue;
        std::vector<PdfWord> kept;
        for (PdfWord& word : sheets[page].words) {
            if (!gone.contains(&word)) kept.push_back(std::move(word));
        }
        sheets[page].words = std::move(kept);
    }
    return furniture;
}

std::string printed_address(const std::vector<std::string>& furniture) {
    constexpr std::string_view kCut = "…";
    for (const std::string& text : furniture) {
        const std::string_view first = std::string_view(text).substr(0, text.find(' '));
        if (is_address(first) && first.find(kCut) == std::string_view::npos &&
            !first.ends_with("..") && without_figures(text).ends_with("#/#")) {
            return std::string(first);
        }
    }
    return {};
}

}  // namespace sitrep
