#include "indexer/extract/headline_judge.hpp"

#include "base/strings.hpp"
#include "indexer/extract/credit_line.hpp"
#include "indexer/extract/headline.hpp"
#include "text/date.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace sitrep {
namespace {

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

/// What a line shows of being a page's headline, each with its weight: log-odds among the page's
/// lines. They began as a softmax regression on 400 saved pages and 400 clean articles, whose
/// program was not kept: treat them as set by hand, and measure a change on pages that were not
/// looked at.
struct Weights {
    static constexpr double kDistance = -0.47;   ///< log of the lines to the story's first prose
    static constexpr double kProseSoon = 0.93;   ///< two or three lines on
    static constexpr double kProseNear = 0.47;   ///< four to six
    static constexpr double kStory = 0.84;       ///< share of its longer words that the story uses
    static constexpr double kStoryWords = 1.37;  ///< that share times the log of their number
    static constexpr double kLead = 1.87;        ///< the share that the first three paragraphs use
    static constexpr double kRepeats = 2.59;  ///< ends a line of the four before, as breadcrumbs do
    static constexpr double kBullet = -3.27;
    static constexpr double kFullStop = -2.97;
    static constexpr double kColon = -1.02;
    static constexpr double kSentences = -1.06;  ///< two and more
    static constexpr std::array<double, 3> kCredit = {2.77, 3.12,
                                                      2.54};  ///< the next line, the one
                                                              ///< after, one of two more
    static constexpr double kDate = -1.17;
    static constexpr double kSeparator = -2.2;
    static constexpr double kCapitals = 1.92;  ///< share of the words that begin with one
    static constexpr double kBehindProse = -2.95;
    static constexpr double kBehindShort = 0.89;  ///< the line before has four words or fewer
    static constexpr double kPageWords = -2.43;   ///< begins as menus and credits do
    static constexpr double kTop = 2.12;          ///< one of the first three lines
    static constexpr double kFirst = 2.16;        ///< the first line, and the story is near
};

/// By the number of words.
double weight_of_length(std::size_t words) {
    if (words <= 2) return -1.81;
    if (words <= 3) return 0;
    if (words <= 6) return 1.12;
    if (words <= 12) return 2.27;
    return words <= 18 ? 1.55 : -2.17;
}

bool begins_as_page_words(std::string_view text) {
    static constexpr auto kWords = std::to_array<std::string_view>(
        {"skip to",     "sign in",      "log in",  "menu",     "search",    "share",
         "subscribe",   "newsletter",   "contact", "about us", "read more", "related",
         "by ",         "published",    "updated", "posted",   "in this",   "table of",
         "follow",      "advert",       "sponsor", "cookie",   "privacy",   "terms",
         "back to",     "you are here", "view",    "see all",  "more ",     "why trust",
         "we may earn", "listen",       "photo",   "image",    "credit",    "last updated",
         "reviewed by", "written by"});
    const std::string start = ascii_lower(text.substr(0, 16));
    return start == "home" || std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) {
               return start.starts_with(word);
           });
}

/// A sentence ends inside, behind a word of three letters and before a capital.
bool has_sentences(std::string_view text) {
    for (std::size_t at = 3; at + 2 < text.size(); ++at) {
        const bool mark = text[at] == '.' || text[at] == '!' || text[at] == '?';
        if (mark && text[at + 1] == ' ' && is_ascii_upper(text[at + 2]) &&
            is_ascii_lower(text[at - 1]) && is_ascii_alpha(text[at - 2]) &&
            is_ascii_alpha(text[at - 3])) {
            return true;
        }
    }
    return false;
}

bool has_separator(std::string_view text) {
    return text.find(" | ") != std::string_view::npos ||
           text.find(" · ") != std::string_view::npos || text.find(" » ") != std::string_view::npos;
}

}  // namespace

std::unordered_set<std::string> story_words(const std::vector<TextBlock>& blocks,
                                            std::size_t begin) {
    constexpr std::size_t kReach = 40;
    std::unordered_set<std::string> words;
    for (std::size_t i = begin; i < std::min(begin + kReach, blocks.size()); ++i) {
        if (is_prose(blocks[i].block)) add_long_words(blocks[i].block.text, words);
    }
    return words;
}

double share_in_story(std::string_view line, const std::unordered_set<std::string>& story) {
    std::unordered_set<std::string> words;
    add_long_words(line, words);
    if (words.empty()) return 0;
    const auto known = std::count_if(words.begin(), words.end(), [&story](const std::string& word) {
        return story.contains(word);
    });
    return static_cast<double>(known) / static_cast<double>(words.size());
}

double share_of_capitals(std::string_view text) {
    std::size_t words = 0;
    std::size_t capitals = 0;
    for (const std::string_view word : split(text, ' ')) {
        if (word.empty()) continue;
        ++words;
        if (is_ascii_upper(word.front())) ++capitals;
    }
    return words == 0 ? 0 : static_cast<double>(capitals) / static_cast<double>(words);
}

HeadlineJudge::HeadlineJudge(const std::vector<TextBlock>& blocks, std::size_t prose)
    : blocks_(blocks), prose_(prose), story_(story_words(blocks, prose)) {
    constexpr std::size_t kLeadParagraphs = 3;
    std::size_t paragraphs = 0;
    for (std::size_t i = prose; i < blocks.size() && paragraphs < kLeadParagraphs; ++i) {
        if (!is_prose(blocks[i].block)) continue;
        add_long_words(blocks[i].block.text, lead_);
        ++paragraphs;
    }
    next_prose_.assign(blocks.size() + 1, blocks.size());
    for (std::size_t i = blocks.size(); i-- > 0;)
        next_prose_[i] = is_prose(blocks[i].block) ? i : next_prose_[i + 1];
}

double HeadlineJudge::score(std::size_t i) const {
    const std::string& text = blocks_[i].block.text;
    double score = weight_of_length(count_words(text)) + score_of_words(text) + score_of_place(i);
    if (blocks_[i].block.kind == BlockKind::ListItem) score += Weights::kBullet;
    if (text.back() == '.') score += Weights::kFullStop;
    if (text.back() == ':') score += Weights::kColon;
    if (has_sentences(text)) score += Weights::kSentences;
    if (find_day(text)) score += Weights::kDate;
    if (has_separator(text)) score += Weights::kSeparator;
    if (begins_as_page_words(text)) score += Weights::kPageWords;
    return score + Weights::kCapitals * share_of_capitals(text);
}

double HeadlineJudge::score_of_words(const std::string& text) const {
    std::unordered_set<std::string> words;
    add_long_words(text, words);
    const double share = share_in_story(text, story_);
    return Weights::kStory * share +
           Weights::kStoryWords * share * std::log1p(static_cast<double>(words.size())) +
           Weights::kLead * share_in_story(text, lead_);
}

double HeadlineJudge::score_of_place(std::size_t i) const {
    constexpr std::size_t kTopLines = 3;
    constexpr std::size_t kStoryNear = 4;
    double score = 0;
    if (i < prose_) score += Weights::kDistance * std::log1p(static_cast<double>(prose_ - i));
    if (next_prose_[0] < i) score += Weights::kBehindProse;
    const std::size_t steps = next_prose_[i + 1] - i;
    if (steps == 2 || steps == 3) score += Weights::kProseSoon;
    if (steps >= 4 && steps <= 6) score += Weights::kProseNear;
    if (i < kTopLines) score += Weights::kTop;
    if (i == 0 && prose_ <= kStoryNear) score += Weights::kFirst;
    if (i > 0 && count_words(blocks_[i - 1].block.text) <= 4) score += Weights::kBehindShort;
    if (ends_a_line_before(i)) score += Weights::kRepeats;
    return score + score_of_credits(i);
}

double HeadlineJudge::score_of_credits(std::size_t i) const {
    if (is_credit(i + 1)) return Weights::kCredit[0];
    if (is_credit(i + 2)) return Weights::kCredit[1];
    return is_credit(i + 3) || is_credit(i + 4) ? Weights::kCredit[2] : 0;
}

bool HeadlineJudge::is_credit(std::size_t i) const {
    constexpr std::size_t kMaxWords = 14;
    if (i >= blocks_.size()) return false;
    const std::string& text = blocks_[i].block.text;
    return count_words(text) <= kMaxWords &&
           (read_credit_line(text).has_value() || find_day(text).has_value());
}

bool HeadlineJudge::ends_a_line_before(std::size_t i) const {
    constexpr std::size_t kReach = 4;
    constexpr std::size_t kMinWords = 3;
    const std::string line = ascii_lower(blocks_[i].block.text);
    if (count_words(line) < kMinWords) return false;
    for (std::size_t back = 1; back <= std::min(kReach, i); ++back) {
        if (ascii_lower(blocks_[i - back].block.text).ends_with(line)) return true;
    }
    return false;
}

}  // namespace sitrep
