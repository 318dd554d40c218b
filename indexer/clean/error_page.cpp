#include "indexer/clean/error_page.hpp"

#include "base/strings.hpp"
#include "indexer/clean/block_features.hpp"
#include "indexer/clean/reason.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

/// Whole headlines, folded.
constexpr auto kNames = std::to_array<std::string_view>({"not found",
                                                         "page not found",
                                                         "file not found",
                                                         "page cannot be found",
                                                         "page can not be found",
                                                         "the page cannot be found",
                                                         "page does not exist",
                                                         "that page cant be found",
                                                         "page cant be found",
                                                         "page unavailable",
                                                         "forbidden",
                                                         "unauthorized",
                                                         "access denied",
                                                         "access forbidden",
                                                         "access to this page has been denied",
                                                         "bad request",
                                                         "bad gateway",
                                                         "too many requests",
                                                         "gateway timeout",
                                                         "gateway time out",
                                                         "internal server error",
                                                         "server error",
                                                         "service unavailable",
                                                         "service temporarily unavailable",
                                                         "unavailable for legal reasons",
                                                         "just a moment",
                                                         "one moment please",
                                                         "please wait",
                                                         "attention required",
                                                         "security check",
                                                         "checking your browser",
                                                         "are you a robot",
                                                         "robot or human",
                                                         "robot check",
                                                         "verify you are human",
                                                         "human verification",
                                                         "pardon our interruption",
                                                         "request blocked",
                                                         "subscribe to read",
                                                         "subscribe to continue",
                                                         "subscribe to continue reading",
                                                         "log in to continue",
                                                         "sign in to continue",
                                                         "site maintenance",
                                                         "under maintenance"});

/// What servers and walls against robots say, folded, and hardly a site of itself.
constexpr auto kServerCues = std::to_array<std::string_view>(
    {"page you", "does not exist", "no longer exist", "been moved", "was not found", "not be found",
     "permission to", "authorized to", "requested url", "ray id", "cloudflare", "this server",
     "the server", "javascript and cookies", "a robot", "you are human", "are a human"});

/// What such pages say besides, as the foot of any page may.
constexpr auto kCues = std::to_array<std::string_view>(
    {"javascript", "your browser", "try again", "the home page", "our homepage", "the homepage",
     "webmaster", "cancel anytime", "unlimited access", "digital access", "subscribe now",
     "subscribe to", "be back", "administrator"});

bool is_status(std::string_view word) {
    return word.size() == 3 && (word[0] == '4' || word[0] == '5') && is_ascii_digit(word[1]) &&
           is_ascii_digit(word[2]);
}

/// A headline without what may stand around its name: "Error 404 - ", "Oops".
struct Name {
    std::string words;
    bool status = false;  ///< a status of HTTP was among it
};

Name name_of(std::string_view title) {
    static constexpr auto kAround =
        std::to_array<std::string_view>({"error", "http", "status", "code", "oops", "sorry"});
    Name name;
    const std::string key = folded_words(title);
    for (const std::string_view word : split(key, ' ')) {
        const bool status = is_status(word);
        name.status = name.status || status;
        if (status || word == "1" || is_one_of(word, kAround)) continue;
        if (!name.words.empty()) name.words += ' ';
        name.words += word;
    }
    return name;
}

/// Whether a page says one of them, for a headline alone may be a story's.
bool has_cue(std::string_view text) {
    const std::string key = folded_words(text);
    return contains_any(key, kServerCues) || contains_any(key, kCues);
}

}  // namespace

bool is_error_page(const Article& article) {
    constexpr std::size_t kMaxTitleBytes = 60;
    constexpr std::size_t kMaxStoryWords = 70;
    constexpr std::size_t kStoryWords = 25;
    if (article.header.title.size() > kMaxTitleBytes) return false;
    const Name name = name_of(article.header.title);
    const bool named = is_one_of(name.words, kNames);
    if (!named && !(name.status && name.words.empty())) return false;
    if (article.story_words > kMaxStoryWords) return false;
    if (article.story_words == 0 || (named && name.status) || has_cue(article.body())) return true;
    // Of what cleaning dropped, what it learned from other documents counts as what it kept, for
    // whether a page is one must not depend on them. The rest tells only where hardly a story is.
    const bool story = article.story_words >= kStoryWords;
    return std::any_of(article.dropped.begin(), article.dropped.end(),
                       [story](const DroppedText& dropped) {
                           if (dropped.reason == reason::kLearned) return has_cue(dropped.text);
                           return !story && contains_any(folded_words(dropped.text), kServerCues);
                       });
}

}  // namespace sitrep
