// Lines that the software of a site writes, word for word the same on thousands of sites, and which
// markup often puts among the paragraphs of the story.
#include "base/strings.hpp"
#include "indexer/clean/reason.hpp"
#include "indexer/clean/verdicts.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

bool begins_with(std::string_view key, std::string_view words) {
    return key.starts_with(words) && (key.size() == words.size() || key[words.size()] == ' ');
}

template <std::size_t N>
bool begins_with_any(std::string_view key, const std::array<std::string_view, N>& all) {
    return std::any_of(all.begin(), all.end(),
                       [key](std::string_view words) { return begins_with(key, words); });
}

/// "3 min read", "Reading time: 4 minutes".
bool is_reading_time(const BlockFeatures& f) {
    if (f.words > 5) return false;
    const std::size_t figures = f.key.find_first_not_of("0123456789");
    const bool figure_first = figures != 0 && figures != std::string::npos;
    if (!figure_first) return begins_with(f.key, "reading time") || begins_with(f.key, "read time");
    const std::string_view rest = std::string_view(f.key).substr(figures);
    return rest == " min read" || rest == " mins read" || rest == " minute read" ||
           rest == " minutes read" || rest == " min";
}

/// "Last updated on June 6, 2023": a line of its own with a year.
bool is_dated_line(const BlockFeatures& f) {
    static constexpr auto kBegins = std::to_array<std::string_view>(
        {"last updated", "last modified", "last reviewed", "updated", "published",
         "first published", "originally published", "posted on"});
    if (f.words > 8 || f.final_mark || f.prose || !begins_with_any(f.key, kBegins)) return false;
    const std::vector<std::string_view> words = split(f.key, ' ');
    return std::any_of(words.begin(), words.end(), [](std::string_view word) {
        return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
               std::all_of(word.begin(), word.end(), is_ascii_digit);
    });
}

/// What a page says to browsers that cannot show it.
bool is_for_browsers(const BlockFeatures& f) {
    static constexpr auto kBegins = std::to_array<std::string_view>(
        {"please enable javascript", "you need to enable javascript", "javascript is disabled",
         "javascript is required", "enable javascript", "please turn on javascript",
         "this site requires javascript", "your browser does not support",
         "your browser doesnt support", "sorry your browser does not support",
         "sorry your browser doesnt support"});
    return f.words <= 25 && begins_with_any(f.key, kBegins);
}

/// "You have 3 free articles left this month."
bool is_meter(const BlockFeatures& f) {
    static constexpr auto kBegins = std::to_array<std::string_view>(
        {"you have", "youve", "you have read", "this is your last"});
    return f.words <= 20 && begins_with_any(f.key, kBegins) &&
           f.key.find("free article") != std::string::npos;
}

/// "Photo: Ada Long / Harbor Wire", "Image credit: ...".
bool is_photo_credit(const BlockFeatures& f) {
    static constexpr auto kBegins = std::to_array<std::string_view>(
        {"photo", "photos", "photograph", "image", "picture", "photo credit", "image credit",
         "photo by", "image by", "photo courtesy", "image courtesy"});
    return f.labelled && f.words <= 10 && !f.final_mark && begins_with_any(f.key, kBegins);
}

/// "Topics: Navy, Radar", as links.
bool is_topics(const BlockFeatures& f) {
    static constexpr auto kBegins = std::to_array<std::string_view>(
        {"topics", "tags", "tagged", "filed under", "posted in", "categories", "keywords"});
    return f.words <= 30 && f.link_share > 0.4 && begins_with_any(f.key, kBegins);
}

/// A choice under a consent notice.
bool is_consent_button(const BlockFeatures& f) {
    static constexpr auto kButtons =
        std::to_array<std::string_view>({"accept",         "reject",     "decline",
                                         "deny",           "agree",      "i agree",
                                         "allow",          "allow all",  "ok",
                                         "okay",           "got it",     "close",
                                         "dismiss",        "manage",     "settings",
                                         "preferences",    "customize",  "customise",
                                         "necessary only", "learn more", "more information"});
    if (begins_with_any(f.key, std::to_array<std::string_view>(
                                   {"accept", "reject", "manage", "decline", "cookie"}))) {
        return f.words <= 4 && !f.final_mark;
    }
    return std::find(kButtons.begin(), kButtons.end(), f.key) != kButtons.end();
}

std::string_view reason_for(const BlockFeatures& f) {
    constexpr std::size_t kMaxFeedWords = 60;
    if (f.words == 0) return {};
    // WordPress puts it under every story that a feed carries on.
    const bool feed_line = f.words <= kMaxFeedWords && f.key.starts_with("the post ") &&
                           f.key.find(" appeared first on ") != std::string::npos;
    if (feed_line || is_topics(f)) return reason::kFooter;
    if (is_reading_time(f)) return reason::kByline;
    if (is_for_browsers(f)) return reason::kNavigation;
    if (is_meter(f)) return reason::kPromotion;
    return is_photo_credit(f) ? reason::kCaption : std::string_view();
}

}  // namespace

void mark_stock_lines(const PageView& page, Verdicts& verdicts) {
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        if (!verdicts[i].empty()) continue;
        verdicts[i] = reason_for(page.features[i]);
        // Where the header has no day, what it did not believe stays in the text.
        const bool in_header = !page.header.published.empty();
        if (in_header && is_dated_line(page.features[i])) verdicts[i] = reason::kByline;
        const bool below_notice = i > 0 && verdicts[i - 1] == reason::kConsent;
        if (below_notice && is_consent_button(page.features[i])) verdicts[i] = reason::kConsent;
    }
}

}  // namespace sitrep
