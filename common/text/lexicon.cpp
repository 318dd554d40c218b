#include "text/lexicon.hpp"

#include "base/strings.hpp"
#include "base/utf8.hpp"

#include <algorithm>

namespace sitrep {
namespace {

/// Some 40 MB of word types at most: more than the common words of any corpus we know.
constexpr std::size_t kMaxTypes = 200'000;
/// Of a longer word only this much is folded; the term is cut shorter still.
constexpr std::size_t kMaxFoldedBytes = 1024;

bool is_number(std::string_view term) {
    return std::all_of(term.begin(), term.end(),
                       [](char c) { return is_ascii_digit(c) || c == '.'; });
}

bool is_letters(std::string_view term) {
    return std::all_of(term.begin(), term.end(), [](char c) { return is_ascii_lower(c); });
}

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

/// `raw` up to its possessive ending, if it has one.
std::string_view without_possessive(std::string_view raw) {
    const std::size_t last_period = raw.find_last_of('.');
    const bool marked = last_period != std::string_view::npos && raw.size() - last_period > 2 &&
                        ascii_lower(raw.back()) == 's';
    return marked ? raw.substr(0, last_period + 1) : raw;
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

void Lexicon::set_terms(WordType& type, std::string_view term, std::string_view family) {
    type.term = term == type.raw ? type.raw : words_.store(term);
    type.stem = type.term;
    type.family = words_.store(family);
    if (type.kind != TokenKind::Word || !is_letters(type.term)) return;
    const std::string_view stem = stemmer_->stem(type.term);
    type.stem = type.term.starts_with(stem) ? type.term.substr(0, stem.size()) : words_.store(stem);
}

WordType Lexicon::make_word(std::string_view raw) {
    WordType type;
    type.raw = raw;
    if (is_dotted_initialism(without_possessive(raw))) {
        type.kind = TokenKind::Initialism;
        set_terms(type, joined_letters(raw), {});
        return type;
    }
    const std::string term = fold(raw);
    if (term.empty()) return type;
    const DesignatorWord word{raw, term, Gap::Other};
    type.role = designator_role(raw, term);
    if (const auto designator = match_designator({&word, 1})) {
        type.kind = TokenKind::Designator;
        set_terms(type, designator->term, designator->family);
        return type;
    }
    if (is_number(term)) type.kind = TokenKind::Number;
    set_terms(type, term, {});
    return type;
}

const WordType* Lexicon::name(std::string_view raw, std::span<const DesignatorWord> words) {
    const std::uint32_t number = names_.number(raw);
    if (number == named_.size()) {
        WordType type;
        type.raw = names_[number];
        type.words = 0;
        const std::optional<Designator> match = match_designator(words);
        if (match && match->words > 1) {
            type.kind = TokenKind::Designator;
            type.words = static_cast<std::uint8_t>(match->words);
            set_terms(type, match->term, match->family);
        }
        named_.push_back(type);
    }
    const WordType& type = named_[number];
    return type.words == 0 ? nullptr : &type;
}

void Lexicon::trim() {
    if (types_.size() <= kMaxTypes && named_.size() <= kMaxTypes) return;
    words_.clear();
    types_.clear();
    names_.clear();
    named_.clear();
}

}  // namespace sitrep
