#include "indexer/clean/cue_lines.hpp"

#include "base/strings.hpp"
#include "indexer/clean/reason.hpp"
#include "indexer/clean/verdicts.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace sitrep {
namespace {

struct Cue {
    std::string_view words;  ///< folded
    CueKind kind;
    std::size_t
        max_words;  ///< of the line; when it equals the words of the cue, the cue is the line
};

// Longer lines than `max_words` are sentences that happen to begin so.
constexpr auto kCues = std::to_array<Cue>({
    {"skip to", CueKind::Menu, 6},
    {"sign in", CueKind::Menu, 6},
    {"log in", CueKind::Menu, 6},
    {"login", CueKind::Menu, 4},
    {"menu", CueKind::Menu, 2},
    {"main menu", CueKind::Menu, 3},
    {"toggle", CueKind::Menu, 4},
    {"search", CueKind::Menu, 3},
    {"search for", CueKind::Menu, 4},
    {"close menu", CueKind::Menu, 4},
    {"open menu", CueKind::Menu, 4},
    {"close", CueKind::Menu, 2},
    {"contact us", CueKind::Menu, 4},
    {"contact", CueKind::Menu, 1},
    {"about us", CueKind::Menu, 4},
    {"home", CueKind::Menu, 1},
    {"site map", CueKind::Menu, 3},
    {"sitemap", CueKind::Menu, 2},
    {"careers", CueKind::Menu, 2},
    {"back to top", CueKind::Menu, 4},
    {"view all", CueKind::Menu, 5},
    {"see all", CueKind::Menu, 5},
    {"browse all", CueKind::Menu, 5},
    {"my account", CueKind::Menu, 3},
    {"get started", CueKind::Menu, 3},
    {"book a demo", CueKind::Menu, 4},
    {"customer service", CueKind::Menu, 3},
    {"you are here", CueKind::Menu, 12},
    {"table of contents", CueKind::Menu, 4},
    {"jump to", CueKind::Menu, 4},
    {"in this article", CueKind::Menu, 4},
    {"on this page", CueKind::Menu, 4},
    {"rss", CueKind::Menu, 3},
    {"create account", CueKind::Menu, 4},
    {"shopping cart", CueKind::Menu, 3},
    {"your cart", CueKind::Menu, 6},
    {"help center", CueKind::Menu, 3},
    {"share", CueKind::Share, 3},
    {"shares", CueKind::Share, 2},
    {"share this", CueKind::Share, 8},
    {"share on", CueKind::Share, 5},
    {"share via", CueKind::Share, 5},
    {"share to", CueKind::Share, 5},
    {"tweet", CueKind::Share, 3},
    {"copy link", CueKind::Share, 4},
    {"link copied", CueKind::Share, 4},
    {"print this", CueKind::Share, 2},
    {"print this article", CueKind::Share, 3},
    {"print this page", CueKind::Share, 3},
    {"print this post", CueKind::Share, 3},
    {"print this story", CueKind::Share, 3},
    {"print", CueKind::Share, 1},
    {"email this", CueKind::Share, 6},
    {"email", CueKind::Share, 2},
    {"opens in new window", CueKind::Share, 5},
    {"click to share", CueKind::Share, 14},
    {"listen to this article", CueKind::Share, 6},
    {"save article", CueKind::Share, 3},
    {"advertisement", CueKind::Promo, 4},
    {"sponsored", CueKind::Promo, 1},
    {"sponsored by", CueKind::Promo, 5},
    {"sponsored content", CueKind::Promo, 3},
    {"sponsored links", CueKind::Promo, 2},
    {"sponsored post", CueKind::Promo, 2},
    {"sponsored stories", CueKind::Promo, 2},
    {"promoted", CueKind::Promo, 1},
    {"promoted by", CueKind::Promo, 5},
    {"promoted content", CueKind::Promo, 2},
    {"promoted stories", CueKind::Promo, 2},
    {"subscribe", CueKind::Promo, 12},
    {"sign up", CueKind::Promo, 14},
    {"join our", CueKind::Promo, 12},
    {"newsletter", CueKind::Promo, 5},
    {"newsletters", CueKind::Promo, 3},
    {"follow us", CueKind::Promo, 8},
    {"follow", CueKind::Promo, 1},
    {"read more", CueKind::Promo, 20},
    {"read also", CueKind::Promo, 20},
    {"also read", CueKind::Promo, 20},
    {"see also", CueKind::Promo, 20},
    {"read next", CueKind::Promo, 20},
    {"learn more", CueKind::Promo, 3},
    {"click here", CueKind::Promo, 12},
    {"get the latest", CueKind::Promo, 20},
    {"dont miss", CueKind::Promo, 10},
    {"download our", CueKind::Promo, 8},
    {"min read", CueKind::Promo, 3},
    {"continue reading", CueKind::Promo, 12},
    {"story continues below", CueKind::Promo, 5},
    {"article continues below", CueKind::Promo, 5},
    {"enter your email", CueKind::Promo, 8},
    {"email address", CueKind::Promo, 4},
    {"your email", CueKind::Promo, 8},
    {"submit", CueKind::Promo, 2},
    {"related", CueKind::Tail, 4},
    {"related articles", CueKind::Tail, 8},
    {"related posts", CueKind::Tail, 6},
    {"related stories", CueKind::Tail, 6},
    {"related topics", CueKind::Tail, 20},
    {"recommended", CueKind::Tail, 5},
    {"you may also", CueKind::Tail, 8},
    {"you might also", CueKind::Tail, 8},
    {"more from", CueKind::Tail, 8},
    {"more in", CueKind::Tail, 6},
    {"more stories", CueKind::Tail, 5},
    {"more articles", CueKind::Tail, 6},
    {"latest news", CueKind::Tail, 4},
    {"latest posts", CueKind::Tail, 4},
    {"latest articles", CueKind::Tail, 4},
    {"recent posts", CueKind::Tail, 4},
    {"most read", CueKind::Tail, 4},
    {"most popular", CueKind::Tail, 3},
    {"trending now", CueKind::Tail, 4},
    {"leave a reply", CueKind::Tail, 8},
    {"leave a comment", CueKind::Tail, 6},
    {"post a comment", CueKind::Tail, 6},
    {"comments", CueKind::Tail, 2},
    {"about the author", CueKind::Tail, 6},
    {"tags", CueKind::Tail, 20},
    {"filed under", CueKind::Tail, 20},
    {"previous post", CueKind::Tail, 20},
    {"next post", CueKind::Tail, 20},
    {"up next", CueKind::Tail, 4},
});

constexpr auto kLegal = std::to_array<std::string_view>(
    {"all rights reserved", "privacy policy", "terms of use", "terms of service",
     "terms and conditions", "terms conditions", "cookie policy", "cookie settings",
     "privacy notice", "privacy statement", "accessibility statement", "do not sell my",
     "do not sell or share", "your privacy choices"});

bool begins_with(std::string_view key, std::string_view words) {
    return key.starts_with(words) && (key.size() == words.size() || key[words.size()] == ' ');
}

/// Two different words of the newsletter trade and an address to the reader make a box, unless they
/// only end a paragraph that tells something else.
bool is_newsletter_box(const BlockFeatures& f) {
    constexpr std::size_t kMaxWords = 60;
    constexpr std::size_t kMaxInvitation = 30;
    static constexpr std::array<std::string_view, 8> kWords = {
        "newsletter",    "inbox",       "subscribe",    "sign up",
        "email address", "unsubscribe", "mailing list", "delivered"};
    if (f.words > kMaxWords || !f.addresses_reader || f.key.find(" said") != std::string::npos)
        return false;
    std::size_t found = 0;
    std::size_t first = f.key.size();
    for (const std::string_view word : kWords) {
        const std::size_t at = f.key.find(word);
        found += at != std::string::npos ? 1 : 0;
        first = std::min(first, at);
    }
    return found >= 2 && (f.words <= kMaxInvitation || first <= f.key.size() / 2);
}

/// "Copyright 2019 Harbor Wire": the year makes it one.
bool is_copyright(const BlockFeatures& f) {
    constexpr std::string_view kWord = "copyright ";
    if (!f.key.starts_with(kWord)) return false;
    std::string_view rest = std::string_view(f.key).substr(kWord.size());
    if (rest.starts_with("c ")) rest.remove_prefix(2);
    return rest.size() >= 4 && (rest.size() == 4 || rest[4] == ' ') &&
           std::all_of(rest.begin(), rest.begin() + 4, is_ascii_digit);
}

/// "our privacy policy", "your privacy policy"
bool is_of_site(std::string_view key, std::string_view words) {
    for (std::size_t at = key.find(words); at != std::string_view::npos;
         at = key.find(words, at + 1)) {
        if (key.substr(0, at).ends_with("our ")) return true;
    }
    return false;
}

/// Where a line says such words: at its start or of the site ("our privacy policy"), and not to
/// tell of them in a sentence; "all rights reserved" wherever.
bool is_legal(const BlockFeatures& f) {
    constexpr std::size_t kMaxWords = 8;
    constexpr std::size_t kMaxReservedWords = 30;
    constexpr std::size_t kMinSentence = 6;
    if (f.words > kMaxReservedWords) return false;
    if (is_copyright(f) || f.key.find(kLegal[0]) != std::string::npos) return true;
    const bool tells = f.final_mark && f.words >= kMinSentence && !f.addresses_reader;
    if (f.words > kMaxWords || tells) return false;
    return std::any_of(kLegal.begin(), kLegal.end(), [&f](std::string_view words) {
        return begins_with(f.key, words) || is_of_site(f.key, words);
    });
}

/// "Facebook", "Facebook Twitter LinkedIn": nothing but the names of networks, of which the first
/// is one, and what the marks of a share bar say.
bool is_share_row(const BlockFeatures& f) {
    constexpr std::size_t kMaxWords = 3;
    static constexpr std::size_t kNetworks = 8;
    static constexpr auto kWords = std::to_array<std::string_view>(
        {"facebook", "twitter", "linkedin", "pinterest", "whatsapp", "instagram", "youtube",
         "reddit",   "x",       "threads",  "bluesky",   "telegram", "tiktok",    "email",
         "mail",     "print",   "copy",     "link",      "share",    "tweet",     "icon",
         "logo",     "page",    "rss",      "feed",      "and"});
    if (f.words == 0 || f.words > kMaxWords) return false;
    const auto* const networks_end = kWords.begin() + kNetworks;
    const std::vector<std::string_view> words = split(f.key, ' ');
    return std::find(kWords.begin(), networks_end, words.front()) != networks_end &&
           std::all_of(words.begin(), words.end(), [](std::string_view word) {
               return is_one_of(word, kWords) || is_ascii_digit(word.front());
           });
}

bool asks_for_consent(const Verdicts& verdicts) {
    return std::find(verdicts.begin(), verdicts.end(), reason::kConsent) != verdicts.end();
}

std::size_t different_cues(const PageView& page) {
    std::set<std::string_view> distinct;
    for (std::size_t i = 0; i < page.features.size(); ++i) {
        if (!page.blocks[i].furniture && cue_of(page.features[i]) != CueKind::None)
            distinct.insert(page.features[i].key);
    }
    return distinct.size();
}

}  // namespace

CueKind cue_of(const BlockFeatures& f) {
    constexpr std::size_t kMaxLabelledWords = 20;
    if (f.words == 0) return CueKind::None;
    const bool sentence = f.final_mark && !f.colon && f.words <= 3;  // "shares." is the end of one
    if (is_legal(f)) return CueKind::Legal;
    if (!sentence && is_share_row(f)) return CueKind::Share;
    if (f.labelled && f.words <= kMaxLabelledWords && begins_with(f.key, "related")) {
        return CueKind::Promo;
    }
    CueKind kind = CueKind::None;
    std::size_t length = 0;
    for (const Cue& cue : kCues) {
        if (sentence || f.words > cue.max_words || cue.words.size() <= length) continue;
        if (!begins_with(f.key, cue.words)) continue;
        kind = cue.kind;
        length = cue.words.size();
    }
    if (kind == CueKind::None && is_newsletter_box(f)) return CueKind::Promo;
    return kind == CueKind::None ? f.site_line : kind;
}

bool shows_furniture(const PageView& page, const Verdicts& verdicts) {
    constexpr std::size_t kFewest = 2;
    constexpr std::size_t kFewestBehindStory = 4;
    constexpr std::size_t kTopBlocks = 2;
    const auto top = page.features.begin() +
                     static_cast<std::ptrdiff_t>(std::min(kTopBlocks, page.features.size()));
    const bool story_first =
        std::any_of(page.features.begin(), top, [](const BlockFeatures& f) { return f.prose; });
    return asks_for_consent(verdicts) ||
           different_cues(page) >= (story_first ? kFewestBehindStory : kFewest);
}

bool is_whole_page(const PageView& page, const Verdicts& verdicts) {
    constexpr std::size_t kFewest = 6;
    return asks_for_consent(verdicts) || different_cues(page) >= kFewest;
}

std::string_view reason_of(CueKind kind) {
    switch (kind) {
        case CueKind::Menu:
            return reason::kNavigation;
        case CueKind::Share:
            return reason::kShare;
        case CueKind::Promo:
            return reason::kPromotion;
        case CueKind::Tail:
        case CueKind::Legal:
            return reason::kFooter;
        case CueKind::None:
            break;
    }
    return {};
}

void mark_cue_lines(const PageView& page, Verdicts& verdicts) {
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        if (!verdicts[i].empty()) continue;
        const BlockFeatures& f = page.features[i];
        const CueKind kind = cue_of(f);
        // A tail line alone may be a heading of the story: where it stands decides, not it.
        if (kind == CueKind::Promo || kind == CueKind::Share || kind == CueKind::Legal) {
            verdicts[i] = reason_of(kind);
        }
    }
}

}  // namespace sitrep
