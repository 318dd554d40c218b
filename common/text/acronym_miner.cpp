#include "text/acronym_miner.hpp"

#include "base/strings.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace sitrep {
namespace {

constexpr std::size_t kLongestAcronym = 12;
constexpr std::size_t kMostWords = 16;
constexpr std::string_view kApposition = ", or ";

constexpr std::array<std::string_view, 20> kFunctionWords = {
    "a",  "an", "and", "as",  "at", "by",   "de",  "for",     "from", "in",
    "of", "on", "or",  "the", "to", "with", "via", "against", "into", "und"};

bool is_function_word(std::string_view word) {
    const std::string lower = ascii_lower(word);
    return is_one_of(lower, kFunctionWords);
}

/// Without quotes and spaces at either end.
std::string_view unquoted(std::string_view text) {
    constexpr std::array<std::string_view, 7> kMarks = {"\"",     "'",      "\u201C", "\u201D",
                                                        "\u2018", "\u2019", "\u00A0"};
    for (bool again = true; again;) {
        again = false;
        text = trimmed(text);
        for (const std::string_view mark : kMarks) {
            if (text.starts_with(mark)) {
                text.remove_prefix(mark.size());
                again = true;
            }
            if (text.ends_with(mark)) {
                text.remove_suffix(mark.size());
                again = true;
            }
        }
    }
    return text;
}

/// An acronym as printed, and whether it is a plural; nothing for what is none.
struct Acronym {
    std::string_view text;
    bool plural = false;
};

std::optional<Acronym> acronym_in(std::string_view text) {
    text = unquoted(text);
    bool plural = false;
    if (text.size() > 2 && text.back() == 's' && is_ascii_upper(text[text.size() - 2])) {
        text.remove_suffix(1);
        plural = true;
    }
    if (text.size() < 2 || text.size() > kLongestAcronym) return std::nullopt;
    std::size_t capitals = 0;
    std::size_t small = 0;
    for (const char c : text) {
        if (is_ascii_upper(c)) ++capitals;
        if (is_ascii_lower(c)) ++small;
        const bool fits = is_ascii_alpha(c) || is_ascii_digit(c) ||
                          std::string_view("&/-.").find(c) != std::string_view::npos;
        if (!fits) return std::nullopt;
    }
    if (capitals < 2 || small >= capitals || !is_ascii_alpha(text[0])) return std::nullopt;
    if (text.back() == '-' || text.back() == '/' || text.back() == '&') return std::nullopt;
    return Acronym{text, plural};
}

/// Its letters; `C4` is `cccc`.
std::string letters_of(std::string_view acronym) {
    std::string letters;
    for (const char c : acronym) {
        if (is_ascii_alpha(c)) letters += ascii_lower(c);
        const auto count = static_cast<std::size_t>(c - '0');
        if (is_ascii_digit(c) && count > 1 && count < 7 && !letters.empty()) {
            letters.append(count - 1, letters.back());
        } else if (is_ascii_digit(c)) {
            letters += c;
        }
    }
    return letters;
}

/// What a match may do besides taking each word's beginning, once.
struct Licence {
    bool skip = false;       ///< leave a word out: NORAD, North American Aerospace Defense Command
    bool inner = false;      ///< take a letter from inside a word: CCTV, closed-circuit television
    bool any_start = false;  ///< begin with a function word: in-situ resource utilization
};
/// The strictest first: a longer meaning that needs less is the right one.
constexpr std::array<Licence, 4> kLicences = {
    Licence{false, false, false}, Licence{false, true, false}, Licence{true, false, false},
    Licence{false, false, true}};

/// Whether `letters` are the beginnings of `words`, all of them used.
class Alignment {
  public:
    Alignment(const std::vector<std::string>& words, std::string_view letters, Licence licence)
        : words_(words),
          letters_(letters),
          licence_(licence),
          failed_((words.size() + 1) * (letters.size() + 1) * 2) {}

    bool holds() {
        return (licence_.any_start || !is_function_word(words_.front())) && fits(0, 0, false);
    }

  private:
    /// `used`: the licence, which is for one word.
    bool fits(std::size_t word, std::size_t letter, bool used) {
        if (word == words_.size()) return letter == letters_.size();
        const std::size_t state = (word * (letters_.size() + 1) + letter) * 2 + (used ? 1 : 0);
        if (failed_[state]) return false;
        failed_[state] = true;  // unless what follows returns true, which ends the search
        const std::string& text = words_[word];
        if (letter < letters_.size() && text[0] == letters_[letter] &&
            takes(text, word, letter, used))
            return true;
        const bool edge = word == 0 || word + 1 == words_.size();
        if (edge) return false;
        if (is_function_word(text)) return fits(word + 1, letter, used);
        return licence_.skip && !used && letters_.size() > 3 && fits(word + 1, letter, true);
    }

    bool takes(const std::string& text, std::size_t word, std::size_t letter, bool used) {
        std::size_t run = 1;
        while (run < text.size() && letter + run < letters_.size() &&
               text[run] == letters_[letter + run])
            ++run;
        for (std::size_t n = run; n > 0; --n) {
            if (fits(word + 1, letter + n, used)) return true;
        }
        const bool inner = licence_.inner && !used && letter + 1 < letters_.size() &&
                           letters_.size() > 2 &&
                           text.find(letters_[letter + 1], 2) != std::string::npos;
        return inner && fits(word + 1, letter + 2, true);
    }

    const std::vector<std::string>& words_;
    std::string_view letters_;
    Licence licence_;
    std::vector<bool> failed_;
};

/// What may stand between the words of one long form.
bool is_inside_meaning(std::string_view between) {
    if (between.size() > 3) return false;
    return between.find_first_of("()[];:.!?\n\"") == std::string_view::npos;
}

/// The letters a word may give; `U.S.` gives two.
void add_letters(std::string_view raw, std::vector<std::string>& words) {
    if (is_dotted_initialism(raw)) {
        for (const char c : raw) {
            if (is_ascii_alpha(c)) words.emplace_back(1, ascii_lower(c));
        }
    } else {
        words.push_back(ascii_lower(raw));
    }
}

bool matches(const std::vector<WordSlice>& slices, std::size_t first, std::string_view text,
             std::string_view letters, Licence licence) {
    std::vector<std::string> words;
    for (std::size_t i = first; i < slices.size(); ++i)
        add_letters(text.substr(slices[i].begin, slices[i].end - slices[i].begin), words);
    return words.size() > 1 && words.size() <= letters.size() * 2 + 2 &&
           Alignment(words, letters, licence).holds();
}

}  // namespace

bool AcronymMiner::define_before(std::string_view paragraph, std::size_t end,
                                 std::string_view acronym, std::vector<AcronymDefinition>& found) {
    const std::size_t begin =
        end > kWindowBytes ? utf8::floor_boundary(paragraph, end - kWindowBytes) : 0;
    const std::string_view window = paragraph.substr(begin, end - begin);
    const std::optional<Acronym> read = acronym_in(acronym);
    if (!read) return false;
    const std::string letters = letters_of(read->text);
    tokenizer_.split(window, words_);
    std::size_t first = words_.size();
    while (first > 0 && words_.size() - first < kMostWords) {
        const bool goes_on =
            first == words_.size() ||
            is_inside_meaning(
                window.substr(words_[first - 1].end, words_[first].begin - words_[first - 1].end));
        if (!goes_on) break;
        --first;
    }
    for (const Licence licence : kLicences) {
        for (std::size_t at = words_.size(); at-- > first;) {
            if (!matches(words_, at, window, letters, licence)) continue;
            const std::size_t from = words_[at].begin;
            const std::string_view meaning = window.substr(from, words_.back().end - from);
            found.push_back({read->text, meaning, read->plural && meaning.ends_with('s')});
            return true;
        }
    }
    return false;
}

bool AcronymMiner::define_whole(std::string_view meaning, std::string_view acronym,
                                std::vector<AcronymDefinition>& found) {
    const std::optional<Acronym> read = acronym_in(acronym);
    if (!read || meaning.size() > kWindowBytes) return false;
    tokenizer_.split(meaning, words_);
    if (words_.size() < 2 || words_.size() > kMostWords) return false;
    for (std::size_t i = 1; i < words_.size(); ++i) {
        const std::size_t from = words_[i - 1].end;
        if (!is_inside_meaning(meaning.substr(from, words_[i].begin - from))) return false;
    }
    std::size_t first = 0;
    const WordSlice& start = words_.front();
    const std::string article = ascii_lower(meaning.substr(start.begin, start.end - start.begin));
    if (article == "the" || article == "a" || article == "an") first = 1;
    const std::string letters = letters_of(read->text);
    const bool fits = std::any_of(kLicences.begin(), kLicences.end(), [&](Licence licence) {
        return matches(words_, first, meaning, letters, licence);
    });
    if (!fits) return false;
    const std::size_t from = words_[first].begin;
    const std::string_view text = meaning.substr(from, words_.back().end - from);
    found.push_back({read->text, text, read->plural && text.ends_with('s')});
    return true;
}

/// The word that ends at `end`, spaces aside.
std::string_view AcronymMiner::word_before(std::string_view paragraph, std::size_t end) {
    while (end > 0 && is_ascii_space(paragraph[end - 1])) --end;
    std::size_t begin = end;
    while (begin > 0 && end - begin <= kLongestAcronym + 4 &&
           !is_ascii_space(paragraph[begin - 1]) && paragraph[begin - 1] != '(')
        --begin;
    return paragraph.substr(utf8::floor_boundary(paragraph, begin), end - begin);
}

void AcronymMiner::mine_parentheses(std::string_view paragraph, std::size_t open,
                                    std::vector<AcronymDefinition>& found) {
    const std::size_t close = paragraph.substr(open, kWindowBytes).find(')');
    if (close == std::string_view::npos) return;
    std::string_view inside = unquoted(paragraph.substr(open + 1, close - 1));
    for (const std::string_view lead : {"or ", "hereafter ", "the ", "also known as "}) {
        if (inside.starts_with(lead)) inside = unquoted(inside.substr(lead.size()));
    }
    // `(ISR)`, `(ISR, for short)`
    const std::string_view head = inside.substr(0, inside.find_first_of(",;"));
    if (acronym_in(head)) {
        if (define_before(paragraph, open, head, found)) return;
    }
    define_whole(inside, word_before(paragraph, open), found);
}

void AcronymMiner::mine_apposition(std::string_view paragraph, std::size_t comma,
                                   std::vector<AcronymDefinition>& found) {
    const std::size_t begin = comma + kApposition.size();
    const std::string_view rest = paragraph.substr(begin, kWindowBytes);
    const std::string_view word = rest.substr(0, rest.find_first_of(" ,;.)"));
    const bool closed = word.size() < rest.size() && rest[word.size()] != ' ';
    if (acronym_in(word) && (closed || rest.substr(word.size()).starts_with(" (")) &&
        define_before(paragraph, comma, word, found))
        return;
    define_whole(rest.substr(0, rest.find_first_of(",;.()")), word_before(paragraph, comma), found);
}

void AcronymMiner::mine(std::string_view paragraph, std::vector<AcronymDefinition>& found) {
    std::size_t left = kMostOpenings;
    for (std::size_t at = paragraph.find('('); at != std::string_view::npos && left > 0;
         at = paragraph.find('(', at + 1), --left) {
        mine_parentheses(paragraph, at, found);
    }
    left = kMostOpenings;
    for (std::size_t at = paragraph.find(kApposition); at != std::string_view::npos && left > 0;
         at = paragraph.find(kApposition, at + 1), --left) {
        mine_apposition(paragraph, at, found);
    }
}

}  // namespace sitrep
