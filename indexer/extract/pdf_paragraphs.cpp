#include "indexer/extract/pdf_paragraphs.hpp"

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "indexer/extract/lines.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

namespace sitrep {
namespace {

constexpr double kSameSize = 1.1;     ///< sizes this close are one
constexpr double kIndent = 0.8;       ///< in the size of the font
constexpr double kWideSpacing = 1.3;  ///< in what is usual between the lines of the column

bool same_type(const PdfLine& a, const PdfLine& b) {
    const auto [small, large] = std::minmax(a.size, b.size);
    return large <= kSameSize * small && a.bold == b.bold;
}

/// From line to line, what is usual in a column, by the size of the type.
class LinePitches {
  public:
    void note(const PdfColumn& column) {
        pitches_.clear();
        for (std::size_t i = 1; i < column.lines.size(); ++i) {
            if (same_type(column.lines[i - 1], column.lines[i])) {
                pitches_[column.lines[i].size].push_back(column.lines[i].bottom -
                                                         column.lines[i - 1].bottom);
            }
        }
        for (auto& [size, pitches] : pitches_) std::sort(pitches.begin(), pitches.end());
    }

    double usual(double size) const {
        constexpr std::size_t kEnough = 3;
        const auto found = pitches_.find(size);
        if (found == pitches_.end() || found->second.size() < kEnough) return 1.25 * size;
        // The smaller of them are inside paragraphs, however many paragraphs there are.
        return found->second[found->second.size() / 3];
    }

  private:
    std::map<double, std::vector<double>> pitches_;
};

double size_of_most(const std::map<double, std::size_t>& bytes_by_size) {
    const auto most =
        std::max_element(bytes_by_size.begin(), bytes_by_size.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == bytes_by_size.end() ? 1 : most->first;
}

double line_size(const std::vector<std::vector<PdfColumn>>& pages) {
    std::map<double, std::size_t> sizes;
    for (const std::vector<PdfColumn>& page : pages) {
        for (const PdfColumn& column : page) {
            for (const PdfLine& line : column.lines) sizes[line.size] += line.text.size();
        }
    }
    return size_of_most(sizes);
}

/// Symbol fonts have their bullets in the private area.
std::optional<std::string_view> after_pdf_bullet(std::string_view line) {
    constexpr std::array<std::string_view, 6> kBullets = {"•", "▪", "■", "●", "\uF0B7", "\uF0A7"};
    for (const std::string_view bullet : kBullets) {
        if (line.starts_with(bullet)) return trimmed(line.substr(bullet.size()));
    }
    const std::string_view rest = after_bullet(line);
    if (rest.empty() || is_ascii_lower(rest.front())) return std::nullopt;  // a dash of prose
    return rest;
}

class ParagraphBuilder {
  public:
    ParagraphBuilder(const PdfHyphens& hyphens, double body) : hyphens_(hyphens), body_(body) {}

    void column(const PdfColumn& column, std::size_t page) {
        pitches_.note(column);
        column_ = &column;
        first_in_column_ = true;
        for (const PdfLine& line : column.lines) {
            if (line.text.empty()) continue;
            const std::optional<std::string_view> item = after_pdf_bullet(line.text);
            if (before_ == nullptr || item || begins_paragraph(line)) {
                begin(line, item, page);
            } else {
                hyphens_.join(paragraphs_.back().text, line.text);
                ++paragraphs_.back().lines;
            }
            before_ = &line;
            before_column_ = &column;
            first_in_column_ = false;
        }
    }

    /// Without those of a bullet alone.
    std::vector<PdfParagraph> take() && {
        std::erase_if(paragraphs_, [](const PdfParagraph& one) { return one.text.empty(); });
        return std::move(paragraphs_);
    }

  private:
    void begin(const PdfLine& line, const std::optional<std::string_view>& item, std::size_t page) {
        paragraphs_.push_back({std::string(item ? *item : line.text), line.size, line.bold,
                               item.has_value(), page, 1});
    }

    bool begins_paragraph(const PdfLine& line) {
        if (before_->tabular || line.tabular) return true;
        if (before_->text.find(kLeader) != std::string::npos) return true;
        if (!same_type(*before_, line)) return true;
        if (first_in_column_) return begins_after_break(line);
        const double pitch = line.bottom - before_->bottom;
        if (pitch > kWideSpacing * pitches_.usual(line.size) && pitch > kSameSize * line.size)
            return true;
        if (line.size > kSameSize * body_) return false;  // a headline is broken as it looks best
        if (is_centred_with(line)) return was_left_short(line);
        const double em = line.size;
        if (line.left > before_->left + kIndent * em && !paragraphs_.back().item) {
            ++indents_;
            return true;
        }
        if (line.left < before_->left - kIndent * em && paragraphs_.back().lines > 1) return true;
        return was_left_short(line) && !is_ascii_lower(line.text.front());
    }

    /// A first line in a column or page: does it go on with what stood before?
    bool begins_after_break(const PdfLine& line) {
        if (is_ascii_lower(line.text.front())) return false;
        if (!ends_sentence(paragraphs_.back().text)) return was_left_short(line);
        if (line.left > column_->left + kIndent * line.size) return true;
        // At the end of a full line and of a sentence only the custom of the document can tell.
        return was_left_short(line) || indents_ < kCustom;
    }

    bool is_centred_with(const PdfLine& line) const {
        const double before = (before_->left + before_->right) / 2;
        const double now = (line.left + line.right) / 2;
        return std::abs(before - now) < 0.5 * line.size &&
               std::abs(before_->left - line.left) > kIndent * line.size;
    }

    /// Whether the first word of `line` would have fitted on the line before: that was ended on
    /// purpose.
    bool was_left_short(const PdfLine& line) const {
        constexpr double kSpace = 0.3;
        constexpr double kDoubt = 1.0;
        const bool centred = is_centred_with(line);
        const double taken = centred ? before_->right - before_->left : before_->right;
        const double room = before_column_->right - (centred ? before_column_->left : 0);
        return taken + kSpace * line.size + line.first_word_width < room - kDoubt * line.size;
    }

    static constexpr std::size_t kCustom = 3;
    static constexpr std::string_view kLeader = ". . . .";  ///< of a table of contents

    const PdfHyphens& hyphens_;
    double body_;
    std::vector<PdfParagraph> paragraphs_;
    const PdfColumn* column_ = nullptr;
    const PdfLine* before_ = nullptr;
    const PdfColumn* before_column_ = nullptr;
    LinePitches pitches_;
    std::size_t indents_ = 0;
    bool first_in_column_ = false;
};

}  // namespace

std::vector<PdfParagraph> paragraphs_of(const std::vector<std::vector<PdfColumn>>& pages,
                                        const PdfHyphens& hyphens) {
    ParagraphBuilder builder(hyphens, line_size(pages));
    for (std::size_t page = 0; page < pages.size(); ++page) {
        for (const PdfColumn& column : pages[page]) builder.column(column, page);
    }
    return std::move(builder).take();
}

double body_size(const std::vector<PdfParagraph>& paragraphs) {
    std::map<double, std::size_t> sizes;
    for (const PdfParagraph& paragraph : paragraphs) sizes[paragraph.size] += paragraph.text.size();
    return size_of_most(sizes);
}

}  // namespace sitrep
