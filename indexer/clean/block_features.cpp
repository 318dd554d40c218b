#include "indexer/clean/block_features.hpp"

#include "base/strings.hpp"
#include "text/consent_talk.hpp"
#include "text/language.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

/// English, and enough for the question asked here: menus and link lists have next to none of them.
constexpr auto kStopWords = std::to_array<std::string_view>(
    {"a",   "about", "also",  "an",    "and",  "are",  "as",    "at",   "be",   "been",
     "but", "by",    "can",   "could", "for",  "from", "had",   "has",  "have", "he",
     "her", "his",   "if",    "in",    "into", "is",   "it",    "its",  "more", "not",
     "of",  "on",    "or",    "said",  "that", "the",  "their", "they", "this", "to",
     "was", "were",  "which", "while", "who",  "will", "with",  "would"});
static_assert(std::is_sorted(kStopWords.begin(), kStopWords.end()));

/// A cue of consent language: words that follow one another, the last one by its stem.
struct ConsentCue {
    std::array<std::string_view, 2> words;
    bool strong = false;  ///< said of cookies and choices only
};
constexpr std::array<ConsentCue, 24> kConsentCues = {{
    {{"cookie", ""}, true},
    {{"consent", ""}},
    {{"opt", "out"}, true},
    {{"opt", "in"}},
    {{"privacy", ""}},
    {{"preferenc", ""}},
    {{"personal", "info"}},
    {{"personal", "data"}},
    {{"advertis", ""}},
    {{"third", "part"}},
    {{"browser", ""}},
    {{"tracking", ""}},
    {{"ccpa", ""}},
    {{"gdpr", ""}},
    {{"legitimate", "interest"}},
    {{"analytics", ""}},
    {{"strictly", "necessary"}, true},
    {{"personali", ""}},
    {{"targeted", "ad"}},
    {{"vendor", "list"}, true},
    {{"your", "device"}},
    {{"your", "choice"}},
    {{"do", "not"}, true},
    {{"our", "partner"}},
}};

bool matches(const ConsentCue& cue, const std::vector<std::string_view>& words, std::size_t at) {
    if (cue.words[1].empty()) return words[at].starts_with(cue.words[0]);
    return words[at] == cue.words[0] && at + 1 < words.size() &&
           words[at + 1].starts_with(cue.words[1]);
}

/// "do not" alone says nothing: it is a cue only as "do not sell" and "do not share".
bool is_weak(const ConsentCue& cue, const std::vector<std::string_view>& words, std::size_t at) {
    if (cue.words[0] != "do") return false;
    return at + 2 >= words.size() || (words[at + 2] != "sell" && words[at + 2] != "share");
}

/// "uses cookies", "the use of cookies".
bool tells_of_cookies(const std::vector<std::string_view>& words, std::size_t at) {
    if (words[at] != "use" && words[at] != "uses" && words[at] != "using") return false;
    if (at + 1 < words.size() && words[at + 1] == "of") ++at;
    return at + 1 < words.size() && words[at + 1].starts_with("cookie");
}

void count_consent(const std::vector<std::string_view>& words, BlockFeatures& f) {
    std::uint32_t seen = 0;
    for (std::size_t at = 0; at < words.size(); ++at) {
        for (std::size_t c = 0; c < kConsentCues.size(); ++c) {
            if (!matches(kConsentCues[c], words, at) || is_weak(kConsentCues[c], words, at))
                continue;
            seen |= 1U << c;
            f.strong_consent = f.strong_consent || kConsentCues[c].strong;
            f.consent_words += kConsentCues[c].words[1].empty() ? 1U : 2U;
            break;
        }
        f.cookie_notice = f.cookie_notice || tells_of_cookies(words, at);
        const std::string_view word = words[at];
        if (word == "you" || word == "your" || word == "we" || word == "our" || word == "us") {
            f.addresses_reader = true;
        }
    }
    for (; seen != 0; seen &= seen - 1) ++f.consent_cues;
}

bool has_letter(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) {
        return is_ascii_alpha(c) || static_cast<unsigned char>(c) >= 0x80;
    });
}

bool ends_sentence(std::string_view text) {
    static constexpr std::array<std::string_view, 10> kClosers = {"\"", "”", "’",  ")",  "]",
                                                                  "»",  "“", "」", "』", "）"};
    static constexpr std::array<std::string_view, 12> kEnds = {".",  "!",  "?",  ":", "…", "。",
                                                               "！", "？", "．", "؟", "۔", "।"};
    for (bool cut = true; cut;) {
        cut = false;
        for (const std::string_view closer : kClosers) {
            if (!text.ends_with(closer)) continue;
            text.remove_suffix(closer.size());
            cut = true;
        }
    }
    return ends_with_any(text, kEnds);
}

BlockFeatures features_of(const Block& block) {
    BlockFeatures f;
    f.key = folded_words(block.text);
    const std::vector<std::string_view> words =
        f.key.empty() ? std::vector<std::string_view>() : split(f.key, ' ');
    f.words = count_words(f.key);
    f.link_share = block.text.empty() ? 0
                                      : static_cast<double>(block.link_chars) /
                                            static_cast<double>(block.text.size());
    f.final_mark = ends_sentence(block.text);
    f.colon = block.text.ends_with(':');
    const std::size_t label = block.text.find(": ");
    f.labelled = label != std::string::npos && count_words(block.text.substr(0, label)) <= 2;
    if (words.empty()) return f;
    const auto stops = std::count_if(words.begin(), words.end(), is_stop_word);
    f.stop_share = static_cast<double>(stops) / static_cast<double>(words.size());
    const auto letters = std::count_if(words.begin(), words.end(), has_letter);
    f.letter_words = static_cast<std::size_t>(letters);
    count_consent(words, f);
    f.consent_purpose = names_consent_purpose(f.key);
    const bool is_linked = f.link_share >= 0.5;
    const bool is_spaceless = f.words >= 3 * words.size();  // Thai has no full stop
    f.sentence = !is_linked && f.words >= 10 && (f.final_mark || is_spaceless);
    f.prose = (f.sentence && f.stop_share >= 0.12) ||
              (!is_linked && f.words >= 20 && f.stop_share >= 0.2);
    return f;
}

/// Of English sentences next to none has so few stop words.
bool may_be_foreign(const BlockFeatures& f) { return f.sentence && f.stop_share < 0.05; }

/// In what language the page is when that is not English; empty where nobody can say.
struct ForeignPage {
    bool is_foreign = false;
    std::string language;
};

/// What may be foreign is where there is nothing else to read, or where its language is known. Some
/// languages have "is" and "in" and "a" too: their sentences are judged with the others.
ForeignPage foreign_page(const std::vector<Block>& blocks,
                         const std::vector<BlockFeatures>& features) {
    constexpr std::size_t kEnoughBytes = 4096;
    constexpr double kFewStopWords = 0.25;  // of English, Portuguese has "a" and "as"
    std::string text;
    bool has_english = false;
    bool may_be = false;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const BlockFeatures& f = features[i];
        has_english = has_english || f.prose;
        may_be = may_be || may_be_foreign(f);
        if (f.sentence && f.stop_share < kFewStopWords && text.size() < kEnoughBytes)
            text += blocks[i].text + '\n';
    }
    if (text.empty()) return {};
    std::string language = detected_language(text);
    if (!language.empty()) return {language != "en", std::move(language)};
    return {may_be && !has_english, {}};
}

void count_foreign_consent(const Block& block, SiteTalk& talk, BlockFeatures& f) {
    constexpr std::size_t kMaxWords = 250;
    if (f.words > kMaxWords) return;
    const ConsentCount count = talk.consent(block.text);
    if (count.topics <= f.consent_cues) return;
    f.consent_cues = count.topics;
    f.consent_words = count.words;
    f.strong_consent = f.strong_consent || count.cookies;
    f.cookie_notice = f.cookie_notice || count.notice;
    f.addresses_reader = count.to_reader;
}

/// Reads what the lines say in the page's own language.
void note_site_talk(const std::vector<Block>& blocks, std::string_view language,
                    std::vector<BlockFeatures>& features) {
    SiteTalk talk(language);
    if (!talk.knows_any()) return;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        features[i].site_line = talk.line(blocks[i].text);
        features[i].consent_answer = talk.is_answer(blocks[i].text);
        count_foreign_consent(blocks[i], talk, features[i]);
    }
}

}  // namespace

bool is_stop_word(std::string_view word) {
    return std::binary_search(kStopWords.begin(), kStopWords.end(), word);
}

std::string folded_words(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool pending = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const bool apostrophe = c == '\'' || text.substr(at, 3) == "’";
        const bool letter = is_ascii_alpha(c) || is_ascii_digit(c) ||
                            (static_cast<unsigned char>(c) >= 0x80 &&
                             text.substr(at, 2) != "\xC2\xA0" && text.substr(at, 2) != "\xE2\x80");
        if (letter) {
            if (pending && !out.empty()) out += ' ';
            pending = false;
            out += ascii_lower(c);
        } else {
            if (!apostrophe) pending = true;
            if (text.substr(at, 2) == "\xE2\x80") at += 2;  // general punctuation: three bytes
            if (text.substr(at, 2) == "\xC2\xA0") at += 1;
        }
    }
    return out;
}

bool has_markup(const std::vector<Block>& blocks) {
    return std::any_of(blocks.begin(), blocks.end(),
                       [](const Block& block) { return block.place.is_known(); });
}

std::vector<BlockFeatures> block_features(const std::vector<Block>& blocks) {
    std::vector<BlockFeatures> out;
    out.reserve(blocks.size());
    for (const Block& block : blocks) out.push_back(features_of(block));
    const ForeignPage page = foreign_page(blocks, out);
    if (!page.is_foreign) return out;
    note_site_talk(blocks, page.language, out);
    constexpr double kEnglishShare = 0.35;  // of stop words in its sentences
    for (BlockFeatures& f : out) {
        if (!f.sentence || f.prose) continue;
        f.stop_share = kEnglishShare;
        f.prose = true;
    }
    return out;
}

}  // namespace sitrep
