#include "indexer/extract/headline.hpp"

#include "base/strings.hpp"
#include "indexer/extract/credit_line.hpp"
#include "indexer/extract/headline_judge.hpp"
#include "indexer/extract/name_line.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

namespace sitrep {
namespace {

constexpr std::size_t kMaxTitleWords = 30;
constexpr std::size_t kMaxTitleBytes = 250;

}  // namespace

bool is_title_like(const Block& block) {
    return block.kind != BlockKind::ListItem && block.text.size() <= kMaxTitleBytes &&
           count_words(block.text) <= kMaxTitleWords;
}

bool is_page_top(std::string_view line) {
    static constexpr auto kWhole = std::to_array<std::string_view>({"home", "menu", "search"});
    static constexpr auto kFirst = std::to_array<std::string_view>(
        {"skip to main", "skip to content", "skip to navigation", "skip navigation",
         "an official website of the", "official websites use", "secure .gov websites",
         "secure .mil websites", "here's how you know", "here’s how you know",
         "for immediate release", "this article is more than", "media contact"});
    constexpr std::size_t kLongest = 40;
    const std::string start = ascii_lower(line.substr(0, kLongest));
    return is_one_of(start, kWhole) || begins_with_any(start, kFirst);
}

bool is_prose(const Block& block) { return is_prose(block, count_words(block.text)); }

bool is_prose(const Block& block, std::size_t words) {
    return block.kind == BlockKind::Paragraph && words >= 20 &&
           block.text.find_first_of(".!?") != std::string::npos;
}

namespace {

/// Of a text without any running text, the first sentence behind lines that may be a menu.
std::size_t first_sentence(const std::vector<TextBlock>& blocks) {
    constexpr std::size_t kMenuLines = 5;
    constexpr std::size_t kMinWords = 12;
    for (std::size_t i = kMenuLines; i < blocks.size(); ++i) {
        const Block& block = blocks[i].block;
        if (block.kind == BlockKind::Paragraph && ends_sentence(block.text) &&
            count_words(block.text) >= kMinWords)
            return i;
    }
    return blocks.size();
}

}  // namespace

std::size_t first_prose(const std::vector<TextBlock>& blocks) {
    constexpr std::size_t kWindow = 8;
    constexpr std::size_t kEnough = 3;
    std::size_t first = blocks.size();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (!is_prose(blocks[i].block)) continue;
        first = std::min(first, i);
        std::size_t prose = 0;
        for (std::size_t k = i; k < std::min(i + kWindow, blocks.size()); ++k) {
            if (is_prose(blocks[k].block)) ++prose;
        }
        if (prose >= kEnough) return i;
    }
    return first < blocks.size() ? first : first_sentence(blocks);
}

bool begins_with_headline(const std::vector<TextBlock>& blocks, std::size_t prose) {
    constexpr std::size_t kMaxHeadLines = 2;  // of more lines one is chosen
    constexpr std::size_t kMaxDeckLines = 1;
    if (prose <= kMaxHeadLines || prose == blocks.size()) return true;
    // Headline, deck or none, byline and date, and the story.
    std::size_t at = 1;
    while (at <= kMaxDeckLines && !read_credit_line(blocks[at].block.text)) ++at;
    const std::size_t credits = at;
    while (at < prose && read_credit_line(blocks[at].block.text)) ++at;
    return at > credits && at == prose;
}

namespace {

bool ends_with_mark(std::string_view text) {
    return std::string_view(".!?:").find(text.back()) != std::string_view::npos;
}

/// A line of a page's top: its name, a menu word, a row of links.
bool is_page_line(const TextBlock& line) {
    constexpr std::size_t kMaxWords = 4;
    constexpr std::size_t kMaxRowWords = 12;
    const std::size_t words = count_words(line.block.text);
    if (words > kMaxWords && !(line.wide_gaps && words <= kMaxRowWords)) {
        return is_link_row(line.block.text);
    }
    return line.block.text.back() != '.';
}

}  // namespace

std::size_t find_headline_below_page_name(const std::vector<TextBlock>& blocks, std::size_t prose) {
    constexpr std::size_t kMaxTop = 16;
    constexpr std::size_t kMinWords = 5;
    constexpr std::size_t kNameWords = 3;
    const std::size_t none = blocks.size();
    std::size_t credit = 0;
    const std::size_t end = std::min({prose + 2, none, kMaxTop + 1});  // a deck may read as prose
    while (credit < end && !read_credit_line(blocks[credit].block.text)) ++credit;
    if (credit >= end) return none;
    std::size_t top = 0;
    while (top < credit && is_page_line(blocks[top])) ++top;
    // One line is a page's name only where it is a name, and the headline stands on its byline.
    const bool named = top == 1 && credit == 2 && !blocks[1].blank_after &&
                       count_words(blocks[0].block.text) <= kNameWords;
    // Between the page's lines and the byline: the headline, and a deck that is a sentence.
    if ((top < 2 && !named) || top == credit || credit - top > 2) return none;
    const Block& line = blocks[top].block;
    if (!is_title_like(line) || (!blocks[top].blank_before && !named)) return none;
    if (count_words(line.text) < kMinWords || line.text.back() == '.' || line.text.back() == ':') {
        return none;
    }
    if (credit - top == 2 && !ends_with_mark(blocks[top + 1].block.text)) return none;
    return top;
}

bool stands_below_outlet(const std::vector<TextBlock>& blocks, std::size_t prose) {
    constexpr std::size_t kMaxNameWords = 4;
    constexpr std::size_t kMinHeadlineWords = 5;
    constexpr double kMinShare = 0.4;  // of the headline's longer words, in the story
    if (prose < 2 || prose >= blocks.size()) return false;
    const TextBlock& name = blocks[0];
    const TextBlock& headline = blocks[1];
    const std::string& text = name.block.text;
    if (!name.blank_after || !headline.blank_after || !is_title_like(headline.block)) return false;
    if (count_words(text) > kMaxNameWords || share_of_capitals(text) < 1) return false;
    if (text.find_first_of(",:;!?()0123456789") != std::string::npos) return false;
    if (!is_outlet_name(text)) return false;
    if (count_words(headline.block.text) < kMinHeadlineWords ||
        headline.block.text.find_last_of(".!?:") == headline.block.text.size() - 1 ||
        read_credit_line(headline.block.text)) {
        return false;
    }
    const std::unordered_set<std::string> story = story_words(blocks, prose);
    const double share = share_in_story(headline.block.text, story);
    return share >= kMinShare && share > share_in_story(text, story);
}

std::size_t find_headline(const std::vector<TextBlock>& blocks, std::size_t prose) {
    const HeadlineRows rows(blocks, prose);
    std::size_t best = blocks.size();
    double best_odds = 0;
    for (const std::size_t i : rows.candidates()) {
        const double odds = headline_odds(rows.row(i));
        if (best < blocks.size() && odds <= best_odds) continue;
        best = i;
        best_odds = odds;
    }
    return best;
}

}  // namespace sitrep
