#include "indexer/extract/by_words.hpp"

#include "base/strings.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace sitrep {
namespace {

constexpr auto kByWords = std::to_array<std::string_view>(
    {"by", "written by", "author", "authors", "posted by", "text by", "words by", "article by",
     "authored by", "story by", "reported by", "published by", "contributed by", "analysis by",
     "commentary by", "opinion by", "reporting by", "story and photos by", "reporter"});

/// "ByAda Long": printed with a space that only the style sheet makes.
bool is_glued_by(std::string_view text) {
    return text.size() > 4 && text.starts_with("By") && is_ascii_upper(text[2]) &&
           is_ascii_lower(text[3]);
}

}  // namespace

bool take_words(std::string_view& text, std::string_view words) {
    if (text.size() <= words.size() || !equals_ignoring_case(text.substr(0, words.size()), words)) {
        return false;
    }
    const std::string_view rest = text.substr(words.size());
    if (rest.front() != ' ' && rest.front() != ':') return false;
    const std::size_t begin = std::min(rest.find_first_not_of(": "), rest.size());
    text = rest.substr(begin);
    return true;
}

bool take_foreign_by(std::string_view& text) {
    static constexpr auto kWords = std::to_array<std::string_view>(
        {"par", "por", "von", "di", "door", "av", "autor", "autora", "auteur", "автор"});
    static constexpr auto kSmall = std::to_array<std::string_view>(
        {"de", "del", "della", "da", "di", "van", "von", "der", "den", "du", "la", "le", "y", "e",
         "et", "und", "en", "och"});
    std::string_view rest = text;
    if (rest.starts_with("作者：")) {
        text = trimmed(rest.substr(std::string_view("作者：").size()));
        return true;
    }
    if (std::none_of(kWords.begin(), kWords.end(),
                     [&rest](std::string_view word) { return take_words(rest, word); }))
        return false;
    const std::vector<std::string_view> words = split(rest, ' ');
    constexpr std::size_t kMaxWords = 8;
    const bool names = words.size() >= 2 && words.size() <= kMaxWords && !words[0].empty() &&
                       !is_ascii_lower(words[0][0]) &&
                       std::none_of(words.begin(), words.end(), [](std::string_view word) {
                           return word.empty() || is_ascii_digit(word[0]) ||
                                  (is_ascii_lower(word[0]) && !is_one_of(word, kSmall));
                       });
    if (names) text = rest;
    return names;
}

std::string_view without_by(std::string_view text) {
    text = trimmed(text);
    while (std::any_of(kByWords.begin(), kByWords.end(),
                       [&text](std::string_view words) { return take_words(text, words); })) {
    }
    take_foreign_by(text);
    if (is_glued_by(text)) text.remove_prefix(2);
    return text;
}

bool begins_with_by(std::string_view line) {
    line = trimmed(line);
    return is_glued_by(line) ||
           std::any_of(kByWords.begin(), kByWords.end(), [line](std::string_view words) {
               std::string_view rest = line;
               return take_words(rest, words);
           });
}

bool is_by_words(std::string_view line) {
    std::string words = ascii_lower(trimmed(line));
    if (words.ends_with(':')) words.pop_back();
    return is_one_of(words, kByWords);
}

}  // namespace sitrep
