// All that is known of a word type: found once, then remembered, so that a text costs one look-up a
// word, and folding, stemming and classifying are paid per type. Internal to common/text.
#pragma once

#include "text/compounds.hpp"
#include "text/name_joints.hpp"
#include "text/normalizer.hpp"
#include "text/stemmer.hpp"
#include "text/string_table.hpp"
#include "text/token.hpp"

#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// Terms are cut to this many bytes, on a code point.
inline constexpr std::size_t kMaxTokenBytes = 64;

/// A name of one or several words, as the index calls it.
struct LexicalName {
    std::string_view term;
    std::string_view stem;
    TokenKind kind = TokenKind::Word;
    TokenRole role = TokenRole::Name;
    std::uint8_t first = 0;  ///< of its words, within those that were asked about
    std::uint8_t words = 1;
};

/// One spelling and what it means. The views live until Lexicon::trim() forgets.
struct WordType {
    std::string_view raw;
    std::string_view term;  ///< empty: no word after all
    std::string_view stem;
    TokenKind kind = TokenKind::Word;
    NameJoints joints = {};
    std::vector<LexicalName> names = {};  ///< besides its term
};

/// A chain of words and what it is called: see read_compound().
struct CompoundType {
    std::size_t words = 0;  ///< dealt with
    std::vector<LexicalName> names = {};
};

class Lexicon {
  public:
    /// An English stemmer is given words of ASCII letters only; another all words without digits.
    Lexicon(std::unique_ptr<Stemmer> stemmer, bool is_english)
        : stemmer_(std::move(stemmer)), is_english_(is_english) {}

    /// The word type of a slice of text.
    const WordType& word(std::string_view raw) {
        const std::uint32_t number = words_.number(raw);
        if (number == types_.size()) types_.push_back(make_word(words_[number]));
        return types_[number];
    }

    /// What `words` are called; `raw` is the text from the first to the last and tells them all: it
    /// includes a currency sign before them. Valid until the next call.
    const CompoundType& compound(std::string_view raw, NameWords words);

    /// The stem of a folded word.
    std::string stem(std::string_view term) { return std::string(stem_of(term)); }

    /// Forgets everything once it holds more types than a corpus has common words. Whoever asks
    /// holds no view.
    void trim();

  private:
    WordType make_word(std::string_view raw);
    CompoundType make_compound(NameWords words);
    void name_word(WordType& type);
    void name_parts(WordType& type);
    void set_term(WordType& type, std::string_view term);
    std::string_view stem_of(std::string_view term);
    LexicalName stored(const Name& name);
    std::string fold(std::string_view raw);

    Normalizer normalizer_;
    std::unique_ptr<Stemmer> stemmer_;
    bool is_english_ = true;
    StringTable words_;
    std::deque<WordType> types_;  ///< by their number in words_
    StringTable chains_;
    std::deque<CompoundType> compounds_;  ///< by their number in chains_
    CompoundType uncached_;               ///< what there was no room for
    Names names_;                         ///< of the call at hand
};

}  // namespace sitrep
