#include "indexer/extract/headline.hpp"

#include "base/strings.hpp"
#include "indexer/extract/byline.hpp"
#include "indexer/extract/credit_line.hpp"
#include "text/date.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace sitrep {
namespace {

constexpr std::size_t kMaxTitleWords = 30;
constexpr std::size_t kMaxTitleBytes = 250;

/// Adds the words of four letters and more, lower case.
void add_long_words(std::string_view text, std::unordered_set<std::string>& words) {
    constexpr std::size_t kMinBytes = 4;
    std::string word;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const bool letter =
            at < text.size() && (is_ascii_alpha(text[at]) || is_ascii_digit(text[at]));
        if (letter) {
            word += ascii_lower(text[at]);
            continue;
        }
        if (word.size() >= kMinBytes) words.insert(word);
        word.clear();
    }
}

/// How often each line stands in the page, folded; a breadcrumb counts for its last step.
std::unordered_map<std::string, std::size_t> line_counts(const std::vector<TextBlock>& blocks) {
    std::unordered_map<std::string, std::size_t> counts;
    for (const TextBlock& b : blocks) {
        if (!is_title_like(b.block)) continue;
        std::string_view line = b.block.text;
        for (const std::string_view step : {" » ", " > ", " / ", " › "}) {
            const std::size_t at = line.rfind(step);
            if (at != std::string_view::npos) line = trimmed(line.substr(at + step.size()));
        }
        ++counts[ascii_lower(line)];
    }
    return counts;
}

/// The longer words of the running text from `begin` on: what the story is about.
std::unordered_set<std::string> story_words(const std::vector<TextBlock>& blocks,
                                            std::size_t begin) {
    constexpr std::size_t kReach = 40;
    std::unordered_set<std::string> words;
    for (std::size_t i = begin; i < std::min(begin + kReach, blocks.size()); ++i) {
        if (is_prose(blocks[i].block)) add_long_words(blocks[i].block.text, words);
    }
    return words;
}

/// Of the longer words of `line`, the share that the story uses.
double share_in_story(std::string_view line, const std::unordered_set<std::string>& story) {
    std::unordered_set<std::string> words;
    add_long_words(line, words);
    if (words.empty()) return 0;
    const auto known = std::count_if(words.begin(), words.end(), [&story](const std::string& word) {
        return story.contains(word);
    });
    return static_cast<double>(known) / static_cast<double>(words.size());
}

}  // namespace

bool is_title_like(const Block& block) {
    return block.kind != BlockKind::ListItem && block.text.size() <= kMaxTitleBytes &&
           count_words(block.text) <= kMaxTitleWords;
}

bool is_prose(const Block& block) {
    return block.kind == BlockKind::Paragraph && count_words(block.text) >= 20 &&
           block.text.find_first_of(".!?") != std::string::npos;
}

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
    return first;
}

bool begins_with_headline(const std::vector<TextBlock>& blocks, std::size_t prose) {
    constexpr std::size_t kMaxHeadLines = 8;  // more lines before the first prose are a menu
    constexpr std::size_t kMinWords = 3;
    constexpr double kMinShare = 0.7;
    if (prose <= kMaxHeadLines || prose == blocks.size()) return true;
    const Block& first = blocks.front().block;
    return is_title_like(first) && count_words(first.text) >= kMinWords &&
           share_in_story(first.text, story_words(blocks, prose)) >= kMinShare;
}

namespace {

/// Whether a byline or date stands right after block `at`, or after the deck that follows it.
bool credit_follows(const std::vector<TextBlock>& blocks, std::size_t at) {
    for (std::size_t i = at + 1; i < std::min(at + 3, blocks.size()); ++i) {
        if (read_credit_line(blocks[i].block.text)) return true;
    }
    return false;
}

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
    const std::size_t none = blocks.size();
    std::size_t credit = 0;
    const std::size_t end = std::min({prose + 2, none, kMaxTop + 1});  // a deck may read as prose
    while (credit < end && !read_credit_line(blocks[credit].block.text)) ++credit;
    if (credit >= end) return none;
    std::size_t top = 0;
    while (top < credit && is_page_line(blocks[top])) ++top;
    // Between the page's lines and the byline: the headline, and a deck that is a sentence.
    if (top < 2 || top == credit || credit - top > 2) return none;
    const Block& line = blocks[top].block;
    if (!is_title_like(line) || !blocks[top].blank_before) return none;
    if (count_words(line.text) < kMinWords || line.text.back() == '.' || line.text.back() == ':') {
        return none;
    }
    if (credit - top == 2 && !ends_with_mark(blocks[top + 1].block.text)) return none;
    return top;
}

std::size_t find_headline(const std::vector<TextBlock>& blocks, std::size_t prose) {
    constexpr std::size_t kReach = 40;
    constexpr std::size_t kBestWords = 8;
    constexpr double kStoryBonus = 8.0;
    constexpr double kRepeatBonus = 3.0;
    constexpr double kCreditBonus = 3.0;
    constexpr double kDistanceCost = 0.08;
    const auto story = story_words(blocks, prose);
    const auto counts = line_counts(blocks);
    std::size_t best = blocks.size();
    double best_score = 5.0;
    for (std::size_t i = prose < kReach ? 0 : prose - kReach; i < prose; ++i) {
        const std::string& text = blocks[i].block.text;
        if (!is_title_like(blocks[i].block) || text.back() == '.' || text.back() == ':') continue;
        if (!parse_byline(text).empty() || find_day(text).has_value()) continue;
        const std::size_t words = count_words(text);
        if (words < 2 || words > 20 || text.find(". ") != std::string::npos) continue;
        const bool repeated =
            words >= 3 && counts.contains(ascii_lower(text)) && counts.at(ascii_lower(text)) == 2;
        const double score = static_cast<double>(std::min(words, kBestWords)) +
                             kStoryBonus * share_in_story(text, story) +
                             (repeated ? kRepeatBonus : 0.0) +
                             (credit_follows(blocks, i) ? kCreditBonus : 0.0) -
                             kDistanceCost * static_cast<double>(prose - i);
        if (score < best_score) continue;
        best = i;
        best_score = score;
    }
    return best;
}

}  // namespace sitrep
