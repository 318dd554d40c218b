// Plain text as people save it: the story alone, or the whole page with its menus around it.
#include "base/strings.hpp"
#include "indexer/extract/credit_line.hpp"
#include "indexer/extract/dateline.hpp"
#include "indexer/extract/headline.hpp"
#include "indexer/extract/lines.hpp"
#include "indexer/extract/page_credits.hpp"
#include "indexer/extract/pasted_head.hpp"
#include "indexer/extract/readers.hpp"
#include "indexer/extract/written_head.hpp"
#include "text/consent_talk.hpp"

#include <algorithm>

namespace sitrep {
namespace {

constexpr std::size_t kMaxDeckWords = 20;         ///< a longer single sentence is the lead
constexpr std::size_t kMaxBylinedDeckWords = 40;  ///< with a byline after it there is no doubt

/// One sentence: final punctuation at the end and, behind a word of three letters, nowhere else.
bool is_single_sentence(std::string_view text) {
    if (text.empty() || (text.back() != '.' && text.back() != '!' && text.back() != '?'))
        return false;
    for (std::size_t at = 3; at + 2 < text.size(); ++at) {
        if (text[at] == '.' && text[at + 1] == ' ' && is_ascii_lower(text[at - 1]) &&
            is_ascii_alpha(text[at - 2]) && is_ascii_alpha(text[at - 3])) {
            return false;
        }
    }
    return true;
}

/// Byline and date lines right at `at` go to the header; returns where the next block stands.
std::size_t take_credits(const std::vector<TextBlock>& blocks, std::size_t at,
                         ArticleHeader& header) {
    for (std::size_t end = std::min(blocks.size(), at + 4); at < end; ++at) {
        std::optional<CreditLine> credit = read_credit_line(blocks[at].block.text);
        if (!credit) break;
        note_credit(*std::move(credit), header);
    }
    return at;
}

bool is_deck(const std::vector<TextBlock>& blocks, std::size_t at, bool credits_follow) {
    const TextBlock& candidate = blocks[at];
    if (candidate.block.kind != BlockKind::Paragraph || !candidate.blank_before) return false;
    if (!is_single_sentence(candidate.block.text)) return false;
    if (!find_dateline(candidate.block.text).empty()) return false;
    const std::size_t words = count_words(candidate.block.text);
    if (credits_follow) return words <= kMaxBylinedDeckWords;
    if (at + 2 >= blocks.size()) return false;
    const std::size_t next_words = count_words(blocks[at + 1].block.text);
    return words <= kMaxDeckWords && candidate.blank_after && is_prose(blocks[at + 1].block) &&
           next_words >= 25 && next_words >= words + words / 2;
}

/// The story's head, when it stands at `at`: headline, deck, byline, date.
std::size_t take_head(const std::vector<TextBlock>& blocks, std::size_t at, ArticleHeader& header) {
    at = take_credits(blocks, at, header);
    if (at == blocks.size() || !is_title_like(blocks[at].block)) return at;
    header.title = blocks[at].block.text;
    ++at;
    const std::size_t after_credits = take_credits(blocks, at, header);
    if (after_credits > at || at == blocks.size()) return after_credits;
    ArticleHeader later;
    const std::size_t behind_deck = take_credits(blocks, at + 1, later);
    if (!is_deck(blocks, at, behind_deck > at + 1)) return at;
    header.deck = blocks[at].block.text;
    return take_credits(blocks, at + 1, header);
}

/// The same below a page's name, where the byline tells for sure what stands above it.
std::size_t take_credited_head(const std::vector<TextBlock>& blocks, std::size_t at,
                               ArticleHeader& header) {
    header.title = blocks[at].block.text;
    if (!read_credit_line(blocks[at + 1].block.text)) header.deck = blocks[++at].block.text;
    return take_credits(blocks, at + 1, header);
}

/// Lines before the headline, and link rows and the lines attached to one another between the
/// byline and the story: the page's, not the story's.
void mark_page_lines(std::vector<TextBlock>& blocks, std::size_t headline, std::size_t head_end,
                     std::size_t prose) {
    const auto mark = [&blocks](std::size_t i) {
        blocks[i].block.furniture = true;
        blocks[i].block.kind = BlockKind::Paragraph;
    };
    for (std::size_t i = 0; i < headline; ++i) mark(i);
    for (std::size_t i = head_end; i < prose; ++i) {
        const bool attached = !blocks[i].blank_before || !blocks[i].blank_after;
        const bool sentence = is_single_sentence(blocks[i].block.text);
        if (is_link_row(blocks[i].block.text) || blocks[i].wide_gaps || (attached && !sentence))
            mark(i);
    }
}

/// Finds the story's head among the blocks, and takes it out.
void take_heads(std::vector<TextBlock>& blocks, ArticleHeader& header) {
    const std::size_t prose = first_prose(blocks);
    std::size_t begin = 0;
    std::size_t taken = 0;
    if (!header.title.empty()) {
        taken = take_credits(blocks, 0, header);  // the headline once more is cleaning's to see
    } else if (take_pasted_head(blocks, header)) {
        return;
    } else if (stands_below_outlet(blocks, prose)) {
        begin = 1;
        header.outlet = header.outlet.empty() ? blocks[0].block.text : header.outlet;
        blocks[0].block.furniture = true;
        taken = take_head(blocks, 1, header);
    } else if (const std::size_t below = find_headline_below_page_name(blocks, prose);
               below < prose) {
        begin = below;
        taken = take_credited_head(blocks, below, header);
        read_page_credits(blocks, below, header);
        mark_page_lines(blocks, below, taken, prose);
    } else if (const std::size_t at =
                   begins_with_headline(blocks, prose) && !is_page_top(blocks[0].block.text)
                       ? 0
                       : find_headline(blocks, prose);
               at == 0) {
        taken = take_head(blocks, 0, header);
    } else if (at < blocks.size()) {
        header.title = blocks[at].block.text;
        read_page_credits(blocks, at, header);
    }
    if (taken > begin) {
        blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(begin),
                     blocks.begin() + static_cast<std::ptrdiff_t>(taken));
    }
}

/// Where a consent banner at the top ends: below its last paragraph of prose, and the buttons that
/// stand on that. 0 without one.
std::size_t banner_end(const std::vector<TextBlock>& blocks) {
    constexpr std::size_t kMaxBlocks = 120;
    std::size_t end = 0;
    for (std::size_t i = 0; i < std::min(blocks.size(), kMaxBlocks); ++i) {
        const ConsentTalk talk = consent_talk(blocks[i].block.text);
        if (talk == ConsentTalk::None && count_words(blocks[i].block.text) > 3) break;
        if (talk == ConsentTalk::Prose || (talk == ConsentTalk::Name && end > 0)) end = i + 1;
    }
    return end;
}

/// Where such lines at the top end, if a headline and soon its byline or day stand below; else 0.
std::size_t page_top_end(const std::vector<TextBlock>& blocks) {
    constexpr std::size_t kReach = 3;
    std::size_t end = 0;
    while (end < blocks.size() && is_page_top(blocks[end].block.text)) ++end;
    if (end == 0 || end == blocks.size() || !is_title_like(blocks[end].block)) return 0;
    for (std::size_t i = end + 1; i < std::min(blocks.size(), end + kReach); ++i) {
        if (read_credit_line(blocks[i].block.text)) return end;
    }
    return 0;
}

/// Takes the first `end` lines away before a headline is looked for.
void take_top(std::vector<TextBlock>& blocks, std::size_t end, std::vector<Block>& rest) {
    if (end == 0 || end == blocks.size()) return;
    for (std::size_t i = 0; i < end; ++i) {
        blocks[i].block.furniture = true;
        rest.push_back(std::move(blocks[i].block));
    }
    blocks.erase(blocks.begin(), blocks.begin() + static_cast<std::ptrdiff_t>(end));
    blocks.front().blank_before = true;
}

}  // namespace

Result<ExtractedPage> read_text(std::string_view text) {
    ExtractedPage page;
    std::vector<Block> before;
    std::vector<Block> behind;
    text = take_written_head(text, page.header, before);
    text = take_signature(text, behind);
    std::vector<TextBlock> blocks = text_blocks(text);
    if (blocks.empty() && page.header.title.empty()) return Error{ErrorCode::BadInput, "no text"};
    take_top(blocks, page_top_end(blocks), before);
    take_top(blocks, banner_end(blocks), before);
    mark_headings(blocks);
    take_heads(blocks, page.header);
    page.blocks = std::move(before);
    for (Block& block : plain_blocks(std::move(blocks))) page.blocks.push_back(std::move(block));
    for (Block& block : behind) page.blocks.push_back(std::move(block));
    return page;
}

}  // namespace sitrep
