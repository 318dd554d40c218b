#include "indexer/extract/page_credits.hpp"

#include "base/strings.hpp"
#include "indexer/extract/by_words.hpp"
#include "indexer/extract/byline.hpp"
#include "indexer/extract/headline.hpp"
#include "indexer/extract/name_line.hpp"
#include "indexer/extract/person_names.hpp"
#include "text/date.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

namespace sitrep {
namespace {

constexpr std::size_t kMaxBytes = 160;  ///< of a credit
constexpr std::string_view kDigits = "0123456789";

/// A word begins at `at`: behind a space, or without one as links and labels do that stood side by
/// side ("LongPublished").
bool begins_word(std::string_view text, std::size_t at) {
    return text[at - 1] == ' ' || (is_ascii_lower(text[at - 1]) && is_ascii_upper(text[at]));
}

/// "2nd", "16th": of a rank or a unit, not of a day.
bool is_ordinal(std::string_view text) {
    static constexpr auto kEnds = std::to_array<std::string_view>({"st ", "nd ", "rd ", "th "});
    const std::size_t end = text.find_first_not_of(kDigits);
    return end != std::string_view::npos && begins_with_any(text.substr(end), kEnds);
}

/// Where a day or what else stands behind the names of a credit begins: "Ada Long May 3, 2015",
/// "Ada LongPublished: ...", "Ada Long | 5 min read".
std::size_t end_of_names(std::string_view text) {
    static constexpr auto kMarks =
        std::to_array<std::string_view>({"|", "•", "·", "⋅", "—", " – ", " - ", " / ", "//", " on ",
                                         " in ", "  ", " \u00A0", "\u00A0 ", "\u00A0\u00A0"});
    static constexpr auto kLabels =
        std::to_array<std::string_view>({"Published", "Updated", "Last ", "Posted", "Modified",
                                         "Reviewed", "Fact", "Edited", "Read ", "In "});
    std::size_t end = text.size();
    for (const std::string_view mark : kMarks) end = std::min(end, text.find(mark));
    for (std::size_t at = 1; at < end; ++at) {
        const std::string_view rest = text.substr(at);
        const bool digit = is_ascii_digit(text[at]);
        if (digit && !is_ascii_digit(text[at - 1]) && !is_ordinal(rest)) return at;
        if (begins_word(text, at) &&
            (begins_with_any(rest, kLabels) || begins_with_month_day(rest))) {
            return at;
        }
    }
    return end;
}

std::optional<Day> day_of(std::string_view line) {
    if (line.size() > kMaxBytes) return std::nullopt;
    if (const std::optional<Day> day = parse_date_line(line)) return day;
    const std::size_t published = ascii_lower(line).find("published");  // behind "Updated May 3"
    if (published != std::string::npos) {
        if (const std::optional<Day> day = find_day(line.substr(published))) return day;
    }
    if (const std::optional<Day> day = find_day(line)) return day;
    const std::optional<Day> day = find_day_in_figures(line, NumberOrder::MonthFirst);
    constexpr int kFirstYear = 1995;
    const bool is_ours = day && day->year >= kFirstYear && day->year <= today().year;
    return is_ours ? day : std::nullopt;  // no telephone's
}

/// Behind the day that a line begins with: "May 3, 2015 by Ada Long", "12/19/2025 • Ada Long",
/// "Last updated on May 3, 2015 by Ada Long". All of any other line.
std::string_view behind_day(std::string_view line) {
    constexpr std::size_t kLongestStart = 14;  // "September 3", "Friday, May 3"
    if (!day_of(line) || begins_with_by(line)) return line;
    if (const std::size_t by = ascii_lower(line).find(" by "); by != std::string::npos)
        return line.substr(by + 1);
    if (line.find_first_of(kDigits) > kLongestStart) return line;
    const std::string_view rest = line.substr(line.find_last_of(kDigits) + 1);
    const auto begins_name = [](char c) {
        return is_ascii_upper(c) || static_cast<unsigned char>(c) >= 0xC3;  // À and on
    };
    const auto name = std::find_if(rest.begin(), rest.end(), begins_name);
    return name == rest.end() ? line : rest.substr(static_cast<std::size_t>(name - rest.begin()));
}

/// Of a picture: it tells of the day it was taken, and of who took it.
bool is_caption(std::string_view line) {
    static constexpr auto kWords = std::to_array<std::string_view>(
        {"photo", "courtesy of", "getty images", "image:", "image credit"});
    const std::string small = ascii_lower(line);
    if (small.starts_with("file ") || contains_any(small, kWords)) return true;
    const std::size_t open = line.rfind('(');  // "(Seaman Tom Poe/Navy)"
    return open != std::string_view::npos && line.ends_with(')') &&
           line.find('/', open) != std::string_view::npos;
}

/// What headings, buttons and boxes begin or end with, and no name.
bool is_heading_word(std::string_view word) {
    static constexpr auto kWords = std::to_array<std::string_view>(
        {"apply",    "basics",       "best",        "comments",   "contents",  "deal",
         "example",  "expand",       "forum",       "frequently", "get",       "guide",
         "insights", "introduction", "key",         "let's",      "machine",   "model",
         "no",       "now",          "overall",     "overview",   "print",     "questions",
         "read",     "related",      "set",         "share",      "show",      "sidebar",
         "start",    "strategy",     "table",       "takeaways",  "tips",      "today",
         "tools",    "trends",       "facebook",    "twitter",    "linkedin",  "pinterest",
         "photo",    "image",        "information", "video",      "available", "downloads",
         "front",    "page",         "featured",    "experts",    "story",     "courtesy"});
    const std::string small = ascii_lower(word);
    return is_one_of(small, kWords);
}

/// "Understanding", of a heading; families end so too, "Fleming".
bool is_gerund(std::string_view word) { return word.size() >= 7 && word.ends_with("ing"); }

class PageCredits {
  public:
    PageCredits(const std::vector<TextBlock>& blocks, std::size_t headline)
        : blocks_(blocks), headline_(headline) {
        constexpr std::size_t kReachBefore = 4;
        constexpr std::size_t kReachBehind = 14;
        begin_ = headline - std::min(headline, kReachBefore);
        for (std::size_t i = begin_; i < headline; ++i) {  // it may stand twice
            if (text(i) == text(headline)) begin_ = i - std::min(i, kReachBefore);
        }
        const std::size_t last = std::min(blocks.size(), headline + kReachBehind);
        // The story runs with its second paragraph: the first may be a deck, which may stand twice.
        std::string_view prose;
        for (end_ = headline + 1; end_ < last; ++end_) {
            if (!is_prose(blocks[end_].block) || text(end_) == prose) continue;
            if (!prose.empty()) break;
            prose = text(end_);
        }
    }

    /// Whom words introduce comes before a name alone, and what stands behind the headline before
    /// what stands above it.
    std::vector<std::string> authors() const {
        std::vector<std::string> names;
        for (std::size_t i = headline_ + 1; i < end_ && names.empty(); ++i) names = introduced(i);
        for (std::size_t i = headline_ + 1; i < end_ && names.empty(); ++i) names = bare(i);
        for (std::size_t i = headline_; i-- > begin_ && names.empty();) {
            names = introduced(i);
            if (names.empty()) names = bare(i);
        }
        return names;
    }

    /// Of the publication; of a change where the page tells no other.
    std::optional<Day> day() const {
        std::optional<Day> changed;
        for (std::size_t i = headline_ + 1; i < end_; ++i) {
            const std::optional<Day> day = printed_day(i);
            if (day && !tells_change(text(i))) return day;
            if (!changed) changed = day;
        }
        for (std::size_t i = headline_; i-- > begin_;) {
            const std::optional<Day> day = printed_day(i);
            if (day && !tells_change(text(i))) return day;
            if (!changed) changed = day;
        }
        const std::optional<Day> labelled = labelled_day();
        return labelled ? labelled : changed;
    }

  private:
    std::string_view text(std::size_t i) const { return blocks_[i].block.text; }

    /// Not of a caption or a sentence, which tell of other days.
    std::optional<Day> printed_day(std::size_t i) const {
        constexpr std::size_t kMaxWords = 14;
        if (const std::optional<Day> day = parse_date_line(text(i))) return day;
        if (is_prose(blocks_[i].block) || is_caption(text(i))) return std::nullopt;
        const bool sentence = text(i).back() == '.' || count_words(text(i)) > kMaxWords;
        return !sentence || is_labelled(text(i)) ? day_of(text(i)) : std::nullopt;
    }

    static bool is_labelled(std::string_view line) {
        static constexpr auto kLabels = std::to_array<std::string_view>(
            {"published", "posted", "updated", "last ", "first published", "originally published",
             "reviewed"});
        static constexpr auto kInside = std::to_array<std::string_view>(
            {"published:", "updated:", "published on", "updated on", "last updated", "| updated"});
        const std::string small = ascii_lower(line);
        return begins_with_any(small, kLabels) || contains_any(small, kInside);
    }

    static bool tells_change(std::string_view line) {
        static constexpr auto kChange = std::to_array<std::string_view>({"updated", "modified"});
        static constexpr auto kFirst = std::to_array<std::string_view>({"published", "posted"});
        const std::string words = ascii_lower(line);
        return contains_any(words, kChange) && !contains_any(words, kFirst);
    }

    /// Where the page prints it elsewhere, below the story or beside it: the label in a line of
    /// its own or before the day.
    std::optional<Day> labelled_day() const {
        static constexpr auto kLabels =
            std::to_array<std::string_view>({"publish", "posted", "date published"});
        constexpr std::size_t kMaxLabelWords = 2;
        for (std::size_t i = headline_ + 1; i < blocks_.size(); ++i) {
            if (!begins_with_any(ascii_lower(text(i).substr(0, kMaxBytes)), kLabels)) continue;
            if (const std::optional<Day> day = parse_date_line(text(i))) return day;
            if (i + 1 == blocks_.size() || count_words(text(i)) > kMaxLabelWords) continue;
            if (const std::optional<Day> day = parse_date_line(text(i + 1))) return day;
        }
        return std::nullopt;
    }

    /// The people that words say are the writers.
    std::vector<std::string> introduced(std::size_t i) const {
        constexpr std::size_t kMaxNameBytes = 80;
        const std::string_view line = text(i);
        if (i > 0 && is_by_words(text(i - 1)) && line.size() <= kMaxNameBytes)
            return people_of(line);
        if (line.size() > kMaxBytes || line.back() == '.') return {};
        const bool first = begins_with_by(line);  // "Story and photos by Ada Long"
        if (!first && is_caption(line)) return {};
        const std::string_view credit = trimmed(behind_day(line));
        if (!begins_with_by(credit)) return parse_byline(credit);  // "Por Ada Long", not "Door ..."
        const std::string_view names = without_by(credit);
        if (names.empty() || is_ascii_digit(names.front())) return {};
        return people_of(names);
    }

    /// Those whom `text` begins with; an outlet or role behind them is nobody.
    static std::vector<std::string> people_of(std::string_view text) {
        if (begins_with_month_day(text)) return {};  // "Written by May 3, 2015"
        const std::string_view names = trimmed(text.substr(0, end_of_names(text)));
        std::optional<NameLine> line = read_name_line(names);
        return line ? std::move(line->names) : parse_names(names);
    }

    /// People who stand alone, or beside a day: right below the headline, next to a line that tells
    /// a day or how long it takes to read, or told of elsewhere.
    std::vector<std::string> bare(std::size_t i) const {
        if (text(i).size() > kMaxBytes || is_prose(blocks_[i].block) || is_caption(text(i)))
            return {};
        const std::string_view rest = behind_day(text(i));
        const std::string_view name = trimmed(rest.substr(0, end_of_names(rest)));
        std::optional<NameLine> line = read_name_line(name);
        if (!line || !std::all_of(line->names.begin(), line->names.end(),
                                  [this](const std::string& one) { return reads_as_person(one); }))
            return {};
        const bool near = tells_time(i) || tells_time(i - 1) || tells_time(i + 1);
        if (!near && is_common(name.substr(0, name.find(' ')))) return {};  // "Bill", "Mark"
        const bool sure = near || i == headline_ + 1 || is_near_time(i) || is_told_of(name);
        return sure ? std::move(line->names) : std::vector<std::string>();
    }

    /// Whether it stands behind such a line, buttons between.
    bool is_near_time(std::size_t i) const {
        constexpr std::size_t kButtons = 3;
        for (std::size_t k = i; k-- > headline_ + 1 && i - k <= kButtons;) {
            if (tells_time(k)) return true;
            if (count_words(text(k)) > 2) return false;
        }
        return false;
    }

    bool tells_time(std::size_t i) const {
        if (i < begin_ || i >= end_) return false;
        static constexpr auto kMinutes =
            std::to_array<std::string_view>({"min read", "mins read", " minute"});
        static constexpr auto kEnds = std::to_array<std::string_view>({" min", " mins"});
        const std::string words = ascii_lower(text(i));
        return printed_day(i) || contains_any(words, kMinutes) || ends_with_any(words, kEnds);
    }

    /// "Ada Long is a reporter in Oslo."
    bool is_told_of(std::string_view name) const {
        static constexpr auto kVerbs =
            std::to_array<std::string_view>({" is ", " was ", " has ", " covers ", " writes "});
        return std::any_of(blocks_.begin(), blocks_.end(), [name](const TextBlock& block) {
            const std::string_view line = block.block.text;
            return line.starts_with(name) && begins_with_any(line.substr(name.size()), kVerbs);
        });
    }

    /// No word of a heading, and words that the page does not use small.
    bool reads_as_person(std::string_view name) const {
        const std::vector<std::string_view> words = split(name, ' ');
        if (words.size() < 2 || name.find_first_of("#+&\"()") != std::string_view::npos ||
            name.find("“") != std::string_view::npos || is_heading_word(words.front()) ||
            is_heading_word(words.back()) || is_gerund(words.front())) {
            return false;
        }
        const auto common = std::count_if(
            words.begin(), words.end(), [this](std::string_view word) { return is_common(word); });
        return static_cast<std::size_t>(common) * 2 <= words.size();
    }

    /// Whether the page has the word without a capital, or in its headline.
    bool is_common(std::string_view word) const {
        if (common_words_.empty()) note_common_words();
        return common_words_.contains(ascii_lower(word));
    }

    void note_common_words() const {
        for (const std::string_view word : split(text(headline_), ' '))
            common_words_.insert(ascii_lower(word));
        for (const TextBlock& block : blocks_) {
            for (const std::string_view word : split(block.block.text, ' ')) {
                const bool address = word.find('@') != std::string_view::npos;
                if (word.empty() || address || !is_ascii_lower(word.front())) continue;
                const auto end = std::find_if_not(word.begin(), word.end(), is_ascii_alpha);
                common_words_.emplace(word.begin(), end);
            }
        }
    }

    const std::vector<TextBlock>& blocks_;
    std::size_t headline_;
    std::size_t begin_ = 0;  ///< of the lines looked at
    std::size_t end_ = 0;
    mutable std::unordered_set<std::string> common_words_;
};

}  // namespace

void read_page_credits(const std::vector<TextBlock>& blocks, std::size_t headline,
                       ArticleHeader& header) {
    const PageCredits credits(blocks, headline);
    if (header.authors.empty()) header.authors = credits.authors();
    if (!header.published.empty()) return;
    if (const std::optional<Day> day = credits.day()) {
        header.published = iso_day(*day);
        header.published_from = "text";
    }
}

}  // namespace sitrep
