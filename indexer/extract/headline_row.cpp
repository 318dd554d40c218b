#include "indexer/extract/headline_row.hpp"

#include "base/strings.hpp"
#include "indexer/extract/byline.hpp"
#include "indexer/extract/credit_line.hpp"
#include "indexer/extract/headline.hpp"
#include "indexer/extract/name_line.hpp"
#include "text/date.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace sitrep {
namespace {

constexpr auto kColumns = std::to_array<std::string_view>(
    {"words_2",      "words_3",       "words_6",        "words_12",
     "words_18",     "bullet",        "full_stop",      "colon",
     "separator",    "page_words",    "capitals",       "all_capitals",
     "numbered",     "glued",         "blank_before",   "blank_after",
     "story",        "story_words",   "lead",           "lead_words",
     "prose_in_3",   "prose_in_6",    "prose_steps",    "prose_distance",
     "behind_prose", "prose_share",   "prose_words",    "place",
     "top_10",       "behind_bullet", "bullets_before", "any_bullet_before",
     "short_before", "behind_short",  "words_before",   "behind_credit",
     "ends_before",  "short_copy",    "credit_1",       "credit_2",
     "credit_4",     "credit_8",      "name_1",         "name_3"});
static_assert(kColumns.size() == kHeadlineColumns);

constexpr std::size_t kMaxWords = 30;
constexpr std::size_t kMaxBytes = 250;
constexpr std::size_t kMaxLines = 20000;  ///< of a page; a headline stands before

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

double share_of(const std::unordered_set<std::string>& words,
                const std::unordered_set<std::string>& story) {
    if (words.empty()) return 0;
    const auto known = std::count_if(words.begin(), words.end(), [&story](const std::string& word) {
        return story.contains(word);
    });
    return static_cast<double>(known) / static_cast<double>(words.size());
}

/// Its letters and digits, lower case, words parted by one space.
std::string key_of(std::string_view text) {
    std::string key;
    for (const char c : text) {
        if (is_ascii_alpha(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80) {
            key += ascii_lower(c);
        } else if (!key.empty() && key.back() != ' ') {
            key += ' ';
        }
    }
    if (key.ends_with(' ')) key.pop_back();
    return key;
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
    return start == "home" || begins_with_any(start, kWords);
}

bool has_separator(std::string_view text) {
    static constexpr auto kMarks =
        std::to_array<std::string_view>({" | ", " · ", " » ", " > ", " / "});
    return contains_any(text, kMarks);
}

bool is_all_capitals(std::string_view text) {
    return std::any_of(text.begin(), text.end(), is_ascii_upper) &&
           std::none_of(text.begin(), text.end(), is_ascii_lower);
}

/// "3. ", "3) "
bool is_numbered(std::string_view text) {
    constexpr std::size_t kReach = 4;
    return is_ascii_digit(text.front()) && std::min(text.find(". "), text.find(") ")) < kReach;
}

/// "PricingPlans": links that stood side by side.
bool is_glued(std::string_view text) {
    for (std::size_t at = 2; at < text.size(); ++at) {
        if (is_ascii_upper(text[at]) && is_ascii_lower(text[at - 1]) &&
            is_ascii_lower(text[at - 2])) {
            return true;
        }
    }
    return false;
}

}  // namespace

/// Writes a row's numbers in the order of the columns.
class HeadlineRows::Cursor {
  public:
    explicit Cursor(HeadlineRow& row) : at_(row.begin()) {}
    void put(double value) { *at_++ = static_cast<float>(value); }
    void put(bool value) { put(value ? 1.0 : 0.0); }

  private:
    HeadlineRow::iterator at_;
};

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
    return share_of(words, story);
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

std::span<const std::string_view> HeadlineRows::columns() { return kColumns; }

HeadlineRows::Line HeadlineRows::line_of(const Block& block) {
    constexpr std::size_t kMaxCreditWords = 14;
    constexpr std::size_t kMaxNameWords = 6;
    const std::string& text = block.text;
    Line line;
    line.words = count_words(text);
    line.bullet = block.kind == BlockKind::ListItem;
    line.prose = is_prose(block, line.words);
    if (line.words > kMaxWords) return line;
    line.key = key_of(text);
    if (line.words > kMaxCreditWords) return line;
    const bool digit = text.find_first_of("0123456789") != std::string::npos;
    line.byline = !parse_byline(text).empty();
    line.credit = line.byline || (digit && (read_credit_line(text) || find_day(text)));
    line.name = line.words >= 2 && line.words <= kMaxNameWords && read_name_line(text);
    return line;
}

HeadlineRows::HeadlineRows(const std::vector<TextBlock>& blocks, std::size_t prose)
    : blocks_(blocks), prose_(prose), story_(story_words(blocks, prose)) {
    const std::size_t size = std::min(blocks.size(), kMaxLines);
    lines_.reserve(size);
    for (std::size_t i = 0; i < size; ++i) lines_.push_back(line_of(blocks[i].block));
    if (prose < size) lines_[prose].prose = true;  // however short
    for (const Line& line : lines_) ++copies_[line.key];
    next_prose_.assign(size + 1, size);
    for (std::size_t i = size; i-- > 0;) next_prose_[i] = lines_[i].prose ? i : next_prose_[i + 1];
    prose_words_.assign(size + 1, 0);
    for (std::size_t i = 0; i < size; ++i) {
        const Line& line = lines_[i];
        prose_words_[i + 1] = prose_words_[i] + (line.prose ? line.words : 0);
        if (line.bullet) first_bullet_ = std::min(first_bullet_, i);
        if (line.words > 0 && line.words <= kMaxWords && !line.byline &&
            blocks[i].block.text.size() <= kMaxBytes && next_prose_[i + 1] < size &&
            !is_page_top(blocks[i].block.text)) {
            candidates_.push_back(i);
        }
    }
    note_lead();
}

void HeadlineRows::note_lead() {
    constexpr std::size_t kLeadParagraphs = 3;
    std::size_t paragraphs = 0;
    for (std::size_t i = next_prose_[std::min(prose_, lines_.size())];
         i < lines_.size() && paragraphs < kLeadParagraphs; i = next_prose_[i + 1]) {
        add_long_words(blocks_[i].block.text, lead_);
        ++paragraphs;
    }
}

HeadlineRow HeadlineRows::row(std::size_t i) const {
    HeadlineRow row{};
    Cursor out(row);
    add_length(out, i);
    add_marks(out, blocks_[i].block.text);
    out.put(blocks_[i].blank_before);
    out.put(blocks_[i].blank_after);
    add_story(out, blocks_[i].block.text);
    add_place(out, i);
    add_lines_before(out, i);
    add_credits(out, i);
    return row;
}

void HeadlineRows::add_length(Cursor& out, std::size_t i) const {
    const std::size_t words = lines_[i].words;
    out.put(words <= 2);
    out.put(words == 3);
    out.put(words >= 4 && words <= 6);
    out.put(words >= 7 && words <= 12);
    out.put(words >= 13 && words <= 18);
    out.put(lines_[i].bullet);
}

void HeadlineRows::add_marks(Cursor& out, const std::string& text) const {
    out.put(text.back() == '.');
    out.put(text.back() == ':');
    out.put(has_separator(text));
    out.put(begins_as_page_words(text));
    out.put(share_of_capitals(text));
    out.put(is_all_capitals(text));
    out.put(is_numbered(text));
    out.put(is_glued(text));
}

void HeadlineRows::add_story(Cursor& out, const std::string& text) const {
    std::unordered_set<std::string> words;
    add_long_words(text, words);
    const double number = std::log1p(static_cast<double>(words.size()));
    for (const auto* story : {&story_, &lead_}) {
        const double share = share_of(words, *story);
        out.put(share);
        out.put(share * number);
    }
}

void HeadlineRows::add_place(Cursor& out, std::size_t i) const {
    const auto log_of = [](std::size_t n) { return std::log1p(static_cast<double>(n)); };
    const std::size_t steps = next_prose_[i + 1] - i;
    out.put(steps == 2 || steps == 3);
    out.put(steps >= 4 && steps <= 6);
    out.put(log_of(steps));
    out.put(i < prose_ ? log_of(prose_ - i) : 0.0);
    out.put(i > prose_);
    const auto all = static_cast<double>(std::max<std::size_t>(prose_words_.back(), 1));
    out.put(static_cast<double>(prose_words_[i]) / all);
    out.put(log_of(prose_words_[i]));
    out.put(log_of(i));
    out.put(i < 10);
}

void HeadlineRows::add_lines_before(Cursor& out, std::size_t i) const {
    constexpr std::size_t kBulletReach = 15;
    constexpr double kManyBullets = 8;
    constexpr std::size_t kShortReach = 10;
    constexpr std::size_t kShortWords = 4;
    constexpr std::size_t kMaxCopyWords = 2;
    const auto line = lines_.begin() + static_cast<std::ptrdiff_t>(i);
    const auto back = [&](std::size_t reach) {
        return line - static_cast<std::ptrdiff_t>(std::min(reach, i));
    };
    const auto is_bullet = [](const Line& l) { return l.bullet; };
    const auto is_short = [](const Line& l) { return l.words <= kShortWords; };
    const Line* before = i > 0 ? &lines_[i - 1] : nullptr;
    out.put(before != nullptr && before->bullet);
    const auto bullets = static_cast<double>(std::count_if(back(kBulletReach), line, is_bullet));
    out.put(std::min(1.0, bullets / kManyBullets));
    out.put(first_bullet_ < i);
    const auto shorts = static_cast<double>(std::count_if(back(kShortReach), line, is_short));
    out.put(shorts / static_cast<double>(kShortReach));
    out.put(before != nullptr && is_short(*before));
    out.put(before != nullptr ? std::log1p(static_cast<double>(before->words)) : 0.0);
    out.put(before != nullptr && before->credit);
    out.put(ends_a_line_before(i));
    out.put(line->words <= kMaxCopyWords && copies_.at(line->key) > 1);
}

/// Bylines and days at four distances behind the line, the nearest of them; names at two.
void HeadlineRows::add_credits(Cursor& out, std::size_t i) const {
    bool found = false;
    std::size_t step = 1;
    for (const std::size_t reach : {1U, 2U, 4U, 8U}) {
        bool here = false;
        for (; step <= reach; ++step) here = here || is_credit(i + step);
        out.put(here && !found);
        found = found || here;
    }
    const std::size_t end = next_prose_[i + 1];
    const bool next = is_name(i + 1, end);
    out.put(next);
    out.put(!next && (is_name(i + 2, end) || is_name(i + 3, end)));
}

/// As breadcrumbs do, and the page's own title.
bool HeadlineRows::ends_a_line_before(std::size_t i) const {
    constexpr std::size_t kReach = 4;
    constexpr std::size_t kMinWords = 3;
    if (lines_[i].words < kMinWords) return false;
    for (std::size_t back = 1; back <= std::min(kReach, i); ++back) {
        if (lines_[i - back].key.ends_with(lines_[i].key)) return true;
    }
    return false;
}

}  // namespace sitrep
