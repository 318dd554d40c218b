#include "text/site_talk.hpp"

#include "base/strings.hpp"
#include "text/char_class.hpp"
#include "text/normalizer.hpp"
#include "text/site_phrases.hpp"

#include <algorithm>
#include <vector>

namespace sitrep {
namespace {

/// The words of `text`, folded, one space before each and one behind the last.
std::string folded_line(std::string_view text, Normalizer& normalizer) {
    std::string out = " ";
    std::size_t begin = 0;
    const auto end_word = [&](std::size_t end) {
        const std::string word = normalizer.fold(text.substr(begin, end - begin));
        if (!word.empty()) out += word + ' ';
    };
    for (std::size_t at = 0; at < text.size();) {
        const ClassifiedChar c = classify(text, at);
        const bool in_word = c.kind == CharClass::Letter || c.kind == CharClass::Digit ||
                             c.kind == CharClass::Extend || c.kind == CharClass::Complex;
        if (!in_word) {
            if (at > begin) end_word(at);
            begin = at + c.length;
        }
        at += c.length;
    }
    if (text.size() > begin) end_word(text.size());
    return out;
}

/// Han, kana and Hangul: phrases stand in the middle of what is one word to us.
bool is_unspaced(std::string_view phrase) {
    return phrase.size() > 2 && static_cast<unsigned char>(phrase[1]) >= 0xE3;
}

struct Phrase {
    std::string text;  ///< folded, a space before and behind it
    std::size_t words = 0;
    bool unspaced = false;

    std::string_view bare() const { return std::string_view(text).substr(1, text.size() - 2); }
    /// As the beginning of a word.
    std::string_view open() const { return std::string_view(text).substr(0, text.size() - 1); }
};
using Phrases = std::vector<Phrase>;

struct Language {
    std::string_view code;
    Phrases menu, share, promo, read_also, newsletter, tail, rights, legal, topics, notices, reader,
        answers, said;
};

Phrases read_phrases(std::string_view list, Normalizer& normalizer) {
    Phrases phrases;
    for (const std::string_view one : split(list, '|')) {
        Phrase phrase;
        phrase.text = folded_line(one, normalizer);
        phrase.words = count_words(phrase.text);
        phrase.unspaced = is_unspaced(phrase.text);
        phrases.push_back(std::move(phrase));
    }
    return phrases;
}

const std::vector<Language>& languages() {
    static const std::vector<Language> all = [] {
        std::vector<Language> read;
        Normalizer normalizer;
        for (const SitePhrases& given : site_phrases()) {
            const auto phrases = [&](std::string_view list) {
                return read_phrases(list, normalizer);
            };
            read.push_back({given.language, phrases(given.menu), phrases(given.share),
                            phrases(given.promo), phrases(given.read_also),
                            phrases(given.newsletter), phrases(given.tail), phrases(given.rights),
                            phrases(given.legal), phrases(given.topics), phrases(given.notices),
                            phrases(given.reader), phrases(given.answers), phrases(given.said)});
        }
        return read;
    }();
    return all;
}

bool is_spoken(const Language& language, std::string_view code) {
    return code.empty() || code.substr(0, 2) == language.code;
}

/// A text to look for phrases in.
struct Line {
    std::string_view text;  ///< as folded_line() has it
    std::size_t words = 0;
    bool sentence = false;  ///< ends as one does
};

bool begins(const Line& line, const Phrase& phrase) {
    return line.text.starts_with(phrase.unspaced ? phrase.open() : phrase.text);
}

bool holds(std::string_view text, const Phrase& phrase) {
    return text.find(phrase.unspaced ? phrase.bare() : phrase.text) != std::string_view::npos;
}

bool holds_any(std::string_view text, const Phrases& phrases) {
    return std::any_of(phrases.begin(), phrases.end(),
                       [text](const Phrase& phrase) { return holds(text, phrase); });
}

bool is_any(const Line& line, const Phrases& phrases) {
    return std::any_of(phrases.begin(), phrases.end(),
                       [&line](const Phrase& phrase) { return line.text == phrase.text; });
}

/// Whether it begins with one of them and has at most `more` words besides; behind a single word,
/// which may begin a headline, at most `more_of_one`.
bool begins_with_any(const Line& line, const Phrases& phrases, std::size_t more,
                     std::size_t more_of_one) {
    return std::any_of(phrases.begin(), phrases.end(), [&](const Phrase& phrase) {
        return line.words <= phrase.words + (phrase.words > 1 ? more : more_of_one) &&
               begins(line, phrase);
    });
}

bool has_rights(const Line& line, const Language& language) {
    constexpr std::size_t kMaxWords = 40;
    return line.words <= kMaxWords && holds_any(line.text, language.rights) &&
           !holds_any(line.text, language.said);
}

bool is_footer(const Line& line, const Language& language) {
    constexpr std::size_t kMore = 3;
    return std::any_of(language.legal.begin(), language.legal.end(), [&](const Phrase& phrase) {
        return line.words <= phrase.words + kMore && holds(line.text, phrase);
    });
}

/// "3 comentarios" without its number.
Line without_number(Line line) {
    const std::size_t space = line.text.find(' ', 1);
    const bool number =
        line.words > 1 && space != std::string_view::npos &&
        std::all_of(line.text.begin() + 1, line.text.begin() + static_cast<std::ptrdiff_t>(space),
                    is_ascii_digit);
    if (number) {
        line.text.remove_prefix(space);
        --line.words;
    }
    return line;
}

SiteLine line_in(const Line& line, const Language& language) {
    constexpr std::size_t kHeadline = 20;  // of the article that a line leads to
    constexpr std::size_t kInvitation = 40;
    if (has_rights(line, language)) return SiteLine::Legal;
    if (begins_with_any(line, language.newsletter, kInvitation, kInvitation))
        return SiteLine::Promo;
    if (line.sentence) return SiteLine::None;
    if (begins_with_any(line, language.read_also, kHeadline, kHeadline)) return SiteLine::Promo;
    if (is_footer(line, language)) return SiteLine::Legal;
    if (is_any(line, language.menu)) return SiteLine::Menu;
    if (begins_with_any(line, language.share, 6, 0)) return SiteLine::Share;
    if (begins_with_any(line, language.promo, 3, 0)) return SiteLine::Promo;
    return begins_with_any(without_number(line), language.tail, 3, 1) ? SiteLine::Tail
                                                                      : SiteLine::None;
}

void count_topic(std::string_view text, const Phrase& topic, ConsentCount& count) {
    const std::string_view wanted = topic.unspaced ? topic.bare() : topic.open();
    std::size_t found = 0;
    for (std::size_t at = text.find(wanted); at != std::string_view::npos;
         at = text.find(wanted, at + wanted.size())) {
        ++found;
    }
    if (found == 0) return;
    ++count.topics;
    count.words += found * topic.words;
}

ConsentCount consent_in(std::string_view text, const Language& language) {
    ConsentCount count;
    for (const Phrase& topic : language.topics) count_topic(text, topic, count);
    if (count.topics == 0) return count;
    count.cookies = text.find("cookie") != std::string_view::npos ||
                    text.find("\u30AF\u30C3\u30AD\u30FC") != std::string_view::npos ||
                    text.find("\uCFE0\uD0A4") != std::string_view::npos;
    count.notice = holds_any(text, language.notices);
    count.to_reader = holds_any(text, language.reader) && !holds_any(text, language.said);
    return count;
}

bool ends_sentence(std::string_view text) {
    text = trimmed(text);
    return text.ends_with('.') || text.ends_with('!') || text.ends_with("\u3002");
}

}  // namespace

SiteTalk::SiteTalk(std::string_view language)
    : language_(language), normalizer_(std::make_unique<Normalizer>()) {}

SiteTalk::~SiteTalk() = default;

bool SiteTalk::knows_any() const {
    return std::any_of(languages().begin(), languages().end(),
                       [this](const Language& one) { return is_spoken(one, language_); });
}

std::string SiteTalk::folded(std::string_view text) { return folded_line(text, *normalizer_); }

SiteLine SiteTalk::line(std::string_view text) {
    constexpr std::size_t kMaxWords = 60;
    constexpr std::size_t kMaxNotice = 40;
    const std::size_t words = count_words(text);
    if (words == 0 || words > kMaxWords) return SiteLine::None;
    if (words <= kMaxNotice && trimmed(text).starts_with("\u00A9")) return SiteLine::Legal;
    const std::string key = folded(text);
    const Line line = {key, words, ends_sentence(text)};
    for (const Language& language : languages()) {
        if (!is_spoken(language, language_)) continue;
        if (const SiteLine kind = line_in(line, language); kind != SiteLine::None) return kind;
    }
    return SiteLine::None;
}

ConsentCount SiteTalk::consent(std::string_view text) {
    const std::string key = folded(text);
    ConsentCount most;
    for (const Language& language : languages()) {
        if (!is_spoken(language, language_)) continue;
        const ConsentCount count = consent_in(key, language);
        const bool is_more =
            count.to_reader == most.to_reader ? count.topics > most.topics : count.to_reader;
        if (is_more) most = count;
    }
    return most;
}

bool SiteTalk::is_answer(std::string_view text) {
    constexpr std::size_t kMaxWords = 6;
    const std::size_t words = count_words(text);
    if (words == 0 || words > kMaxWords) return false;
    const std::string key = folded(text);
    const Line line = {key, words, false};
    return std::any_of(languages().begin(), languages().end(), [&](const Language& language) {
        return is_spoken(language, language_) && is_any(line, language.answers);
    });
}

}  // namespace sitrep
