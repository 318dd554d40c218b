#include "indexer/extract/pdf_header.hpp"

#include "base/strings.hpp"
#include "indexer/extract/credit_line.hpp"
#include "indexer/extract/dateline.hpp"
#include "indexer/extract/person_names.hpp"
#include "text/date.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace sitrep {
namespace {

constexpr double kHeadingSize = 1.12;  ///< in the size of the body
constexpr std::size_t kMaxHeadingWords = 25;
constexpr std::size_t kMaxTitleWords = 40;
constexpr std::size_t kMaxDeckWords = 45;
constexpr std::size_t kHeadReach = 12;  ///< paragraphs that a head may take

bool is_heading(const PdfParagraph& paragraph, double body, bool body_bold) {
    if (paragraph.item || count_words(paragraph.text) > kMaxHeadingWords ||
        paragraph.text.ends_with('.') || paragraph.text.ends_with(',')) {
        return false;
    }
    return paragraph.size > kHeadingSize * body || (paragraph.bold && !body_bold);
}

/// Whether the dictionary's title was written by a person, not made of a file's name.
bool is_written_title(std::string_view title) {
    constexpr std::array<std::string_view, 8> kMade = {"microsoft word", "microsoft powerpoint",
                                                       "untitled",       "powerpoint presentation",
                                                       "layout 1",       "print",
                                                       "document1",      "slide 1"};
    constexpr std::array<std::string_view, 12> kEndings = {".doc", ".docx", ".pdf",  ".indd",
                                                           ".qxd", ".qxp",  ".odt",  ".rtf",
                                                           ".txt", ".ppt",  ".pptx", ".html"};
    const std::string lower = ascii_lower(title);
    if (count_words(title) < 2 || count_words(title) > kMaxTitleWords) return false;
    return !begins_with_any(lower, kMade) && !ends_with_any(lower, kEndings);
}

/// Where the headline stands among the paragraphs; none when nothing there looks like one.
std::optional<std::size_t> find_headline(const std::vector<PdfParagraph>& paragraphs, double body,
                                         const std::string& told) {
    std::optional<std::size_t> largest;
    std::optional<std::size_t> largest_told;
    const auto keep_larger = [&paragraphs](std::optional<std::size_t>& best, std::size_t i) {
        if (!best || paragraphs[i].size > paragraphs[*best].size) best = i;
    };
    const std::string known = ascii_lower(told);
    for (std::size_t i = 0; i < paragraphs.size() && paragraphs[i].page == 0; ++i) {
        const PdfParagraph& paragraph = paragraphs[i];
        const std::size_t words = count_words(paragraph.text);
        if (words > kMaxTitleWords || paragraph.item) continue;
        if (words >= 3 && known.find(ascii_lower(paragraph.text)) != std::string::npos)
            keep_larger(largest_told, i);
        // One word in the largest type is the name of the paper.
        if (paragraph.size > kHeadingSize * body && words >= 2) keep_larger(largest, i);
    }
    return largest_told ? largest_told : largest;
}

class HeadReader {
  public:
    HeadReader(std::vector<Block>& blocks, ArticleHeader& header)
        : blocks_(blocks), header_(header) {}

    /// What stands between the headline and the story.
    void read(std::size_t begin) {
        const std::size_t end = std::min(blocks_.size(), begin + kHeadReach);
        bool credited = false;
        for (std::size_t i = begin; i < end; ++i) {
            if (std::optional<CreditLine> credit = read_credit_line(blocks_[i].text)) {
                note_credit(*std::move(credit), header_);
                take(i);
                credited = true;
            } else if (i != begin || !is_deck(i)) {
                break;
            } else {
                header_.deck = blocks_[i].text;
                take(i);
            }
        }
        if (!credited && !header_.deck.empty() && blocks_[begin].kind == BlockKind::Heading)
            give_back(begin);
    }

  private:
    bool is_deck(std::size_t at) const {
        if (at + 1 >= blocks_.size() || blocks_[at].kind == BlockKind::ListItem) return false;
        const std::size_t words = count_words(blocks_[at].text);
        if (words < 4 || words > kMaxDeckWords) return false;
        return blocks_[at].kind == BlockKind::Heading ||
               read_credit_line(blocks_[at + 1].text).has_value();
    }

    void take(std::size_t at) { blocks_[at].text.clear(); }

    /// A heading with no byline behind it opens the story's first section.
    void give_back(std::size_t at) { blocks_[at].text = std::exchange(header_.deck, {}); }

    std::vector<Block>& blocks_;
    ArticleHeader& header_;
};

/// A person's name, not the name of an account or a company.
std::vector<std::string> people_in(const std::string& author) {
    if (author.size() > 200 || author.find_first_of("@\\_/") != std::string::npos) return {};
    std::vector<std::string> names = parse_names(author);
    std::erase_if(names, [](const std::string& name) {
        return count_words(name) < 2 || std::any_of(name.begin(), name.end(), is_ascii_digit);
    });
    return names;
}

/// `HEADLINE - OUTLET`, as browsers fill the dictionary.
std::string outlet_in(std::string_view told, const std::string& headline) {
    constexpr std::array<std::string_view, 4> kSeparators = {" - ", " | ", " – ", " — "};
    constexpr std::size_t kMaxWords = 6;
    if (headline.empty() || !told.starts_with(headline)) return {};
    told.remove_prefix(headline.size());
    for (const std::string_view separator : kSeparators) {
        if (told.starts_with(separator) && count_words(told) <= kMaxWords)
            return std::string(trimmed(told.substr(separator.size())));
    }
    return {};
}

/// The day: printed near the top where no credit line has it, else when the file was made.
void note_day(const std::vector<Block>& blocks, const PdfDocument& document,
              ArticleHeader& header) {
    constexpr std::size_t kMaxLineBytes = 80;
    for (std::size_t i = 0; i < std::min(blocks.size(), kHeadReach); ++i) {
        if (!header.published.empty()) return;
        if (blocks[i].text.size() > kMaxLineBytes) continue;
        if (const std::optional<Day> day = find_day(blocks[i].text)) {
            header.published = iso_day(*day);
            header.published_from = "text";
        }
    }
    if (!header.published.empty() || !document.created) return;
    for (const Block& block : blocks) {  // extract() reads it where nothing else is known
        if (find_dateline(block.text).day) return;
    }
    header.published = iso_day(*document.created);
    header.published_from = "pdf";
}

}  // namespace

ExtractedPage page_with_header(const std::vector<PdfParagraph>& paragraphs,
                               const PdfDocument& document) {
    const double body = body_size(paragraphs);
    std::size_t bold = 0;
    std::size_t all = 0;
    for (const PdfParagraph& paragraph : paragraphs) {
        all += paragraph.text.size();
        if (paragraph.bold) bold += paragraph.text.size();
    }
    const std::string told = collapsed_space(document.title);
    const bool is_told = is_written_title(told);
    const std::optional<std::size_t> headline =
        find_headline(paragraphs, body, is_told ? told : "");
    ExtractedPage page;
    for (const PdfParagraph& paragraph : paragraphs) {
        Block block;
        block.text = collapsed_space(paragraph.text);
        if (paragraph.item) {
            block.kind = BlockKind::ListItem;
        } else if (is_heading(paragraph, body, 2 * bold > all)) {
            block.kind = BlockKind::Heading;
        }
        page.blocks.push_back(std::move(block));
    }
    if (headline) {
        page.header.title = std::exchange(page.blocks[*headline].text, {});
        // Kickers and the paper's name stand above it.
        for (std::size_t i = 0; i < *headline; ++i) {
            if (page.blocks[i].kind == BlockKind::Heading) page.blocks[i].furniture = true;
        }
        HeadReader(page.blocks, page.header).read(*headline + 1);
    } else if (is_told) {
        page.header.title = told;
    }
    if (is_told) page.header.outlet = outlet_in(told, page.header.title);
    std::erase_if(page.blocks, [](const Block& block) { return block.text.empty(); });
    if (page.header.authors.empty()) page.header.authors = people_in(document.author);
    note_day(page.blocks, document, page.header);
    return page;
}

}  // namespace sitrep
