#include "text/lexicon.hpp"

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "text/designator_items.hpp"
#include "text/han.hpp"
#include "text/korean.hpp"
#include "text/word_shape.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

/// Some 40 MB of word types at most: more than the common words of any corpus we know.
constexpr std::size_t kMaxTypes = 200'000;
/// A compound holds up to 32 names and more: a text of nothing else must not fill the memory.
constexpr std::size_t kMaxCompounds = 50'000;
/// Of a longer word only this much is folded; the term is cut shorter still.
constexpr std::size_t kMaxFoldedBytes = 1024;

/// What the English stemmer knows: `shi'ites` too.
bool is_small_letters(std::string_view term) {
    return std::all_of(term.begin(), term.end(),
                       [](char c) { return is_ascii_lower(c) || c == '\''; });
}

/// Ends a stem that must be no word: folded words lose it there.
constexpr char kNoWord = '\'';

bool is_edge(char c) { return c == '\'' || c == '.' || c == ','; }

/// Possessive endings and what punctuation they leave bare. After a digit only the apostrophe goes:
/// `1990's` is `1990s`.
void strip_ending(std::string& term) {
    while (!term.empty()) {
        if (is_edge(term.back())) {
            term.pop_back();
        } else if (term.ends_with("'s")) {
            term.resize(term.size() - 2);
            if (!term.empty() && is_ascii_digit(term.back())) {
                term.push_back('s');
                return;
            }
        } else {
            return;
        }
    }
}

std::string joined_letters(std::string_view initialism) {
    std::string out;
    for (const char c : initialism) {
        if (c == '\'' || static_cast<unsigned char>(c) >= 0x80) break;
        if (is_ascii_alpha(c)) out.push_back(ascii_lower(c));
    }
    return out;
}

/// `IEDs`, `MP3s`
bool is_plural_of_capitals(std::string_view raw) {
    return raw.size() > 2 && raw.back() == 's' && is_ascii_upper(raw[0]) &&
           std::all_of(raw.begin(), raw.end() - 1,
                       [](char c) { return is_ascii_upper(c) || is_ascii_digit(c); });
}

/// `etranger` of `l'etranger`: the word behind an article or pronoun that lost its vowel; empty for
/// others.
std::string_view behind_elision(std::string_view term) {
    constexpr std::array<std::string_view, 16> kElided = {
        "c",  "d",   "j",    "l",    "m",    "n",    "s",      "t",
        "qu", "all", "dell", "dall", "nell", "sull", "lorsqu", "jusqu"};
    constexpr std::size_t kShortest = 3;
    const std::size_t mark = term.find('\'');
    if (mark == std::string_view::npos || term.size() - mark <= kShortest) return {};
    const bool elided = is_one_of(term.substr(0, mark), kElided);
    return elided ? term.substr(mark + 1) : std::string_view();
}

/// `raw` up to its possessive ending, if it has one: an apostrophe of any kind and an s behind the
/// last period.
std::string_view without_possessive(std::string_view raw) {
    constexpr std::size_t kLongestApostrophe = 3;
    const std::size_t end = raw.find_last_of('.') + 1;
    const std::string_view rest = raw.substr(end);
    const bool marked = end > 0 && rest.size() > 1 && rest.size() <= kLongestApostrophe + 1 &&
                        ascii_lower(rest.back()) == 's' && !is_ascii_alpha(rest.front()) &&
                        !is_ascii_digit(rest.front());
    return marked ? raw.substr(0, end) : raw;
}

}  // namespace

std::string Lexicon::fold(std::string_view raw) {
    if (raw.size() > kMaxFoldedBytes)
        raw = raw.substr(0, utf8::floor_boundary(raw, kMaxFoldedBytes));
    std::string term = normalizer_.fold(raw);
    std::erase(term, ',');
    if (term.size() > kMaxTokenBytes) term.resize(utf8::floor_boundary(term, kMaxTokenBytes));
    strip_ending(term);
    const auto first = std::find_if_not(term.begin(), term.end(), is_edge);
    term.erase(term.begin(), first);
    return term;
}

/// A stem that begins its term is the term's own beginning: nothing is stored for it. A question
/// asks for a stem as a word, too, since words that are their own stems have no other term; so one
/// that reads as another word's plural is marked: diversity has no divers.
std::string_view Lexicon::stem_of(std::string_view term) {
    if (is_hangul(term)) return korean_stem(term);
    const bool fits = is_english_ ? is_small_letters(term) : !has_digit(term);
    if (!fits) return term;
    const auto stemmed = [this](std::string_view word) {
        return std::string(is_english_ ? stemmer_->stem_english(word) : stemmer_->stem(word));
    };
    const std::string stem = stemmed(term);
    const bool reads_as_plural = stem.ends_with('s') && !stem.ends_with("is");
    if (reads_as_plural && stem != term && stemmed(stem) != stem)
        return words_.store(stem + kNoWord);
    return term.starts_with(stem) ? term.substr(0, stem.size()) : words_.store(stem);
}

void Lexicon::set_term(WordType& type, std::string_view term) {
    type.term = term == type.raw ? type.raw : words_.store(term);
    type.stem = type.kind == TokenKind::Word ? stem_of(type.term) : type.term;
}

LexicalName Lexicon::stored(const Name& name) {
    std::string_view term = name.term;
    term = words_.store(term.substr(0, utf8::floor_boundary(term, kMaxTokenBytes)));
    const std::string_view stem = name.kind == TokenKind::Word ? stem_of(term) : term;
    return {term, stem, name.kind, name.role, name.first, name.words};
}

/// What one word is called besides: `F35A` is an `f35`, `$5bn` is `5billion`. Where its name is a
/// designator the word itself is that.
void Lexicon::name_word(WordType& type) {
    const NameWord word{type.raw, type.term, Gap::Other};
    read_compound({&word, 1}, names_);
    for (const Name& name : names_) {
        const bool is_itself = name.role == TokenRole::Name && name.kind == TokenKind::Designator;
        if (is_itself || name.term == type.term) {
            type.kind = name.kind;
            set_term(type, name.term);
        } else {
            type.names.push_back(stored(name));
        }
    }
}

/// What a word holds that is asked for alone.
void Lexicon::name_parts(WordType& type) {
    const auto add = [&](std::string_view part) {
        type.names.push_back({part, stem_of(part), TokenKind::Word, TokenRole::Family});
    };
    for (const std::string_view pair : han_pairs(type.term)) add(pair);
    const std::string_view rest = behind_elision(type.term);
    if (!rest.empty()) add(rest);
}

WordType Lexicon::make_word(std::string_view raw) {
    constexpr std::string_view kUnitedStates = "u.s";  // no word folds to this
    WordType type;
    type.raw = raw;
    std::string term = fold(raw);
    const bool dotted = is_dotted_initialism(without_possessive(term));  // `Ｕ.Ｓ.` too
    if (dotted) {
        type.kind = TokenKind::Initialism;
        term = joined_letters(term);
    }
    if (term.empty()) return type;
    if (is_number(term)) type.kind = TokenKind::Number;
    set_term(type, term);
    // `IEDs` is several of an IED; the stemmer would take it for a word.
    if (is_plural_of_capitals(raw) && type.kind == TokenKind::Word)
        type.stem = stem_of(type.term.substr(0, type.term.size() - 1));
    type.joints = name_joints(raw, type.term);
    const bool is_name = has_digit(term) || joined_mark(type.raw, term);
    if (is_name && type.kind == TokenKind::Word) name_word(type);
    name_parts(type);
    // In capitals it is the country; the pronoun must not be found by it.
    if (term == "us" && (dotted || raw.starts_with("US"))) {
        type.names.push_back({kUnitedStates, kUnitedStates, TokenKind::Initialism});
    }
    return type;
}

CompoundType Lexicon::make_compound(NameWords words) {
    CompoundType type;
    type.words = read_compound(words, names_);
    for (const Name& name : names_) type.names.push_back(stored(name));
    return type;
}

const CompoundType& Lexicon::compound(std::string_view raw, NameWords words) {
    if (compounds_.size() >= kMaxCompounds) return uncached_ = make_compound(words);
    const std::uint32_t number = chains_.number(raw);
    if (number == compounds_.size()) compounds_.push_back(make_compound(words));
    return compounds_[number];
}

void Lexicon::trim() {
    if (types_.size() <= kMaxTypes && compounds_.size() < kMaxCompounds) return;
    words_.clear();
    types_.clear();
    chains_.clear();
    compounds_.clear();
}

}  // namespace sitrep
