#include "text/consent_talk.hpp"

#include "base/strings.hpp"
#include "text/site_talk.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace sitrep {
namespace {

// clang-format off
/// Each counts once; beginnings of words.
constexpr auto kTopics = std::to_array<std::string_view>({
    "cookie", "privacy", "consent", "partners", "preferences", "personalis", "personaliz",
    "personal data", "advertis", "geolocation", "this website", "this site", "our site",
    "our website", "the website", "your browser", "your device", "a device", "device scanning",
    "legitimate interest", "vendors", "processing", "tracking", "third part", "opt out", "object to",
    "these cookies", "use cookies", "your consent", "your privacy", "your preferences"});

/// Whole short lines of a banner that name no topic.
constexpr auto kAnswers = std::to_array<std::string_view>({
    "accept", "accept all", "agree", "allow all", "always active", "close", "confirm my choices",
    "deny", "got it", "i accept", "i agree", "manage options", "more options", "no thanks", "ok",
    "okay", "reject", "reject all", "save and exit", "show purposes", "x"});

/// The framework's purposes, special purposes and features, and how their explanations begin.
constexpr auto kPurposes = std::to_array<std::string_view>({
    "access information on a device", "advertising and content measurement",
    "audience research and services development", "similar online identifiers",
    "precise geolocation data and identification", "precise geolocation data, and identification",
    "precise geolocation and information about device", "identification through device scanning",
    "scan device characteristics", "about device characteristics",
    "your activity on this service", "information about your activity on this service",
    "advertising and content can be personali", "store and/or access information on a device",
    "store and or access information on a device", "personalised advertising and content",
    "personalized advertising and content", "interaction with ads or content",
    "create profiles for personali", "create a personalised ads profile",
    "create a personalised content profile",
    "use profiles to select personali", "select personalised ads", "select personalised content",
    "use limited data to select", "select basic ads", "measure advertising performance",
    "measure content performance", "measure ad performance",
    "understand audiences through statistics", "apply market research to generate audience",
    "develop and improve services", "develop and improve products",
    "prevent and detect fraud and fix errors", "prevent and detect fraud, and fix errors",
    "ensure security prevent", "ensure security, prevent", "prevent fraud and debug",
    "prevent fraud, and debug", "prevent unusual and possibly fraudulent",
    "deliver and present advertising and content", "technically deliver ads or content",
    "combine data from other data sources", "match and combine offline data",
    "link different devices", "based on information transmitted automatically",
    "receive and use automatically sent device", "save and communicate privacy choices"});
// clang-format on

constexpr std::size_t kNameWords = 6;

bool begins_word(std::string_view text, std::size_t at) {
    return at == 0 || !is_ascii_alpha(text[at - 1]);
}

std::size_t topics_in(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(kTopics.begin(), kTopics.end(), [text](std::string_view topic) {
            const std::size_t at = text.find(topic);
            return at != std::string_view::npos && begins_word(text, at);
        }));
}

bool addresses_reader(std::string_view text) {
    static constexpr auto kWords =
        std::to_array<std::string_view>({"you", "your", "we", "our", "us"});
    for (const std::string_view word : split(text, ' ')) {
        if (is_one_of(word, kWords)) return true;
    }
    return false;
}

bool quotes(std::string_view text) {
    static constexpr auto kMarks =
        std::to_array<std::string_view>({" said", " says", "told ", "\u201C"});
    return contains_any(text, kMarks);
}

ConsentTalk english_talk(std::string_view paragraph) {
    const std::string text = ascii_lower(paragraph);
    if (quotes(text)) return ConsentTalk::None;
    if (names_consent_purpose(text))
        return count_words(text) > kNameWords ? ConsentTalk::Prose : ConsentTalk::Name;
    const std::size_t topics = topics_in(text);
    if (count_words(text) <= kNameWords) {
        const bool answer = is_one_of(text, kAnswers);
        return topics > 0 || answer ? ConsentTalk::Name : ConsentTalk::None;
    }
    return topics > 1 && addresses_reader(text) ? ConsentTalk::Prose : ConsentTalk::None;
}

/// In any other language. A few words are a headline more often than a banner's part: they must
/// name cookies, or be a button.
ConsentTalk foreign_talk(std::string_view paragraph) {
    SiteTalk talk({});
    const ConsentCount count = talk.consent(paragraph);
    if (count_words(paragraph) <= kNameWords)
        return count.cookies || talk.is_answer(paragraph) ? ConsentTalk::Name : ConsentTalk::None;
    return count.topics > 1 && count.to_reader && (count.cookies || count.topics > 3)
               ? ConsentTalk::Prose
               : ConsentTalk::None;
}

}  // namespace

bool names_consent_purpose(std::string_view text) {
    constexpr std::size_t kMaxWords = 60;  // the longest of their explanations
    const auto holds = [text](std::string_view words) { return contains(text, words); };
    if (begins_with_any(text, kPurposes)) return count_words(text) <= kMaxWords;
    return holds("device") && std::count_if(kPurposes.begin(), kPurposes.end(), holds) > 1;
}

ConsentTalk consent_talk(std::string_view paragraph) {
    constexpr std::size_t kLongest = 4000;
    if (paragraph.size() > kLongest) return ConsentTalk::None;
    const ConsentTalk talk = english_talk(paragraph);
    return talk != ConsentTalk::None ? talk : foreign_talk(paragraph);
}

}  // namespace sitrep
