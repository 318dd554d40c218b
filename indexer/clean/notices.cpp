// Lines that the software of a site writes, much the same on thousands of sites, among the story's
// paragraphs or alone in a text copied from it: each says by itself what it is, so each goes
// wherever it stands.
#include "base/strings.hpp"
#include "indexer/clean/reason.hpp"
#include "indexer/clean/verdicts.hpp"
#include "text/date.hpp"
#include "text/word_shape.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

/// "The post HEADLINE appeared first on OUTLET."
bool is_feed_note(const BlockFeatures& f) {
    constexpr std::size_t kMaxWords = 60;
    return f.words <= kMaxWords && f.key.starts_with("the post ") && has(f, " appeared first on ");
}

/// "3 min read", "Reading time: 4 minutes"
bool is_reading_time(const BlockFeatures& f) {
    constexpr std::size_t kMaxWords = 5;
    if (f.words > kMaxWords || f.key.empty()) return false;
    if (f.key.starts_with("reading time") || f.key.starts_with("read time") ||
        f.key.starts_with("estimated reading time")) {
        return true;
    }
    if (!is_ascii_digit(f.key.front())) return false;
    const std::string_view unit = std::string_view(f.key).substr(f.key.find(' ') + 1);
    return unit == "min read" || unit == "mins read" || unit == "minute read" ||
           unit == "minutes read";
}

/// "You have 2 free articles left this month."
bool is_meter(const BlockFeatures& f) {
    constexpr std::size_t kMaxWords = 25;
    return f.words <= kMaxWords && has(f, "free article") && !is_said(f) &&
           (f.key.starts_with("you have ") || f.key.starts_with("youve ") ||
            f.key.starts_with("this is your "));
}

/// "Please enable JavaScript to view this", "Your browser does not support the audio element." It
/// turns to the reader at once; a story that says what a program requires does not.
bool is_browser_note(const BlockFeatures& f) {
    static constexpr auto kAddresses = std::to_array<std::string_view>(
        {"please ", "you need to ", "you will need to ", "you must ", "your browser ", "enable ",
         "to view this ", "to use this ", "sorry your browser ", "sorry you need to ",
         "were sorry but "});
    static constexpr auto kParts = std::to_array<std::string_view>(
        {"app", "content", "feature", "form", "page", "site", "slideshow", "video", "website"});
    constexpr std::size_t kMaxWords = 30;
    if (f.words > kMaxWords || is_said(f)) return false;
    const auto begins = [&f](std::string_view words) { return f.key.starts_with(words); };
    const bool addressed = begins_with_any(f.key, kAddresses);
    if (addressed && has(f, "your browser ") &&
        (has(f, "not support") || has(f, "doesnt support") || has(f, "out of date"))) {
        return true;
    }
    if (!has(f, "javascript")) return false;
    if (f.key == "javascript is disabled" || f.key == "javascript is required") return true;
    if (begins("javascript is disabled ") || begins("javascript is required "))
        return f.addresses_reader || has(f, " this ") || has(f, "please");
    if (begins("this ")) {
        return std::any_of(kParts.begin(), kParts.end(), [&f](std::string_view part) {
            return f.key.starts_with("this " + std::string(part) + " requires javascript");
        });
    }
    return addressed && (has(f, "enable javascript") || has(f, "turn on javascript") ||
                         has(f, "requires javascript") || has(f, "javascript is required") ||
                         has(f, "javascript is disabled"));
}

/// Whether a short line has one of `labels` before its colon.
bool has_label(const Block& block, const BlockFeatures& f, StringList labels) {
    constexpr std::size_t kMaxWords = 25;
    constexpr std::size_t kLongestLabel = 20;
    if (f.words > kMaxWords || f.final_mark) return false;
    const std::size_t colon = std::string_view(block.text).substr(0, kLongestLabel).find(':');
    if (colon == std::string_view::npos || colon + 1 == block.text.size()) return false;
    const std::string label = ascii_lower(std::string_view(block.text).substr(0, colon));
    return is_one_of(label, labels);
}

/// Whether all words behind the first are those of names, or join them: "Photo by Ada
/// Long/Reuters".
bool names_somebody(std::string_view credit) {
    static constexpr auto kJoining = std::to_array<std::string_view>(
        {"by",  "via", "courtesy", "of",   "and",     "for",     "from", "on",
         "the", "de",  "la",       "le",   "van",     "der",     "von",  "al",
         "bin", "da",  "di",       "file", "handout", "supplied"});
    const std::vector<std::string_view> words = split(credit, ' ');
    return std::all_of(words.begin() + 1, words.end(), [](std::string_view word) {
        const std::string key = folded_words(word);
        if (is_one_of(key, kJoining)) return true;
        if (std::any_of(word.begin(), word.end(), is_ascii_upper)) return true;
        // Figures, signs, letters beyond ASCII; or an address, as "harborwire.com"
        return std::none_of(key.begin(), key.begin() + (key.empty() ? 0 : 1), is_ascii_lower) ||
               key.find(' ') != std::string::npos;
    });
}

/// "Photo: Ada Long/Reuters", "(Photo by Ada Long)": a credit says that it is one, or names
/// somebody; a sentence that begins so does not.
bool is_picture_credit(const Block& block, const BlockFeatures& f) {
    static constexpr auto kCreditLabels =
        std::to_array<std::string_view>({"photo credit", "image credit", "picture credit"});
    static constexpr auto kLabels = std::to_array<std::string_view>(
        {"photo", "photos", "image", "picture", "photograph", "photo via"});
    constexpr std::size_t kMaxWords = 10;
    if (f.words > kMaxWords) return false;
    if (has_label(block, f, kCreditLabels)) return true;
    if (!names_somebody(block.text)) return false;
    if (has_label(block, f, kLabels)) return true;
    return !f.final_mark &&
           (f.key.starts_with("photo by ") || f.key.starts_with("image by ") ||
            f.key.starts_with("photograph by ") || f.key.starts_with("photo courtesy ") ||
            f.key.starts_with("image courtesy "));
}

constexpr auto kTopicLabels =
    std::to_array<std::string_view>({"tags", "topics", "keywords", "categories", "category",
                                     "filed under", "tagged", "more on", "posted in"});

/// "Tags: navy, yards": the page's, where no running text stands on one side of it.
bool is_topic_line(const Block& block, const BlockFeatures& f) {
    return has_label(block, f, kTopicLabels);
}

/// The same as links, wherever they stand.
bool is_row_of_topics(const BlockFeatures& f) {
    constexpr std::size_t kMaxWords = 30;
    constexpr double kMinLinks = 0.4;
    if (f.words > kMaxWords || f.link_share <= kMinLinks) return false;
    return std::any_of(kTopicLabels.begin(), kTopicLabels.end(), [&f](std::string_view label) {
        return f.key.starts_with(label) &&
               (f.key.size() == label.size() || f.key[label.size()] == ' ');
    });
}

/// Whether a folded word is a part of a date or of a time of day: "june", "5th", "fri", "830",
/// "edt".
bool is_part_of_date(std::string_view word) {
    static constexpr auto kTimes = std::to_array<std::string_view>(
        {"on", "at",  "am",  "pm", "a",   "p",   "m",   "et",  "est", "edt", "ct",  "cst", "cdt",
         "mt", "mst", "mdt", "pt", "pst", "pdt", "gmt", "utc", "bst", "ist", "cet", "cest"});
    if (is_ascii_digit(word.front())) return true;
    if (is_one_of(word, kTimes)) return true;
    const std::string name(word);
    return parse_day(name + " 1, 2000") || parse_day(name + ", 1 May 2000");
}

/// "Last updated on June 6, 2023": a line of its own with a year, and nothing but labels, dates and
/// reading times in it; "Updated 2025 National Defense Strategy" is a heading.
bool is_dated_line(const BlockFeatures& f) {
    static constexpr auto kLabels =
        std::to_array<std::string_view>({"updated", "modified", "reviewed", "published", "posted"});
    static constexpr auto kAround = std::to_array<std::string_view>(
        {"last", "first", "originally", "date", "min", "mins", "minute", "minutes", "read", "·"});
    constexpr std::size_t kMaxWords = 12;
    if (f.words > kMaxWords || f.final_mark || f.prose || f.key.empty()) return false;
    bool labelled = false;
    bool dated = false;
    for (const std::string_view word : split(f.key, ' ')) {
        if (is_one_of(word, kLabels)) {
            labelled = true;
        } else if (!is_one_of(word, kAround)) {
            if (!labelled || !is_part_of_date(word)) return false;
            dated = dated || is_year(word);
        }
    }
    return dated;
}

std::string_view reason_for(const Block& block, const BlockFeatures& f) {
    if (is_feed_note(f) || is_row_of_topics(f)) return reason::kFooter;
    if (is_reading_time(f)) return reason::kByline;
    if (is_browser_note(f)) return reason::kNavigation;
    if (is_meter(f)) return reason::kPromotion;
    if (is_picture_credit(block, f)) return reason::kCaption;
    return {};
}

}  // namespace

void mark_notices(const PageView& page, Verdicts& verdicts) {
    std::size_t first = verdicts.size();  // running text that is kept
    std::size_t last = 0;
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        if (!verdicts[i].empty()) continue;
        verdicts[i] = reason_for(page.blocks[i], page.features[i]);
        // Where the header has no day, what it did not believe stays in the text.
        const bool in_header = !page.header.published.empty();
        if (in_header && is_dated_line(page.features[i])) verdicts[i] = reason::kByline;
        if (!verdicts[i].empty() || !page.features[i].prose) continue;
        first = std::min(first, i);
        last = i;
    }
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        const bool at_edge = i < first || i > last;
        if (at_edge && verdicts[i].empty() && is_topic_line(page.blocks[i], page.features[i]))
            verdicts[i] = reason::kFooter;
    }
}

}  // namespace sitrep
