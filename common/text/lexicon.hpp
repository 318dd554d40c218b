// All that is known of a word type: found once, then remembered, so that a text costs one look-up a
// word, and folding, stemming and classifying are paid per type. Internal to common/text.
#pragma once

#include "text/designators.hpp"
#include "text/normalizer.hpp"
#include "text/stemmer.hpp"
#include "text/string_table.hpp"
#include "text/token.hpp"

#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace sitrep {

/// Terms are cut to this many bytes, on a code point.
inline constexpr std::size_t kMaxTokenBytes = 64;

/// One spelling and what it means. The views live until Lexicon::trim() forgets.
struct WordType {
    std::string_view raw;
    std::string_view term;  ///< empty: no word after all
    std::string_view stem;
    std::string_view family;  ///< of a designator with a variant, without it; else empty
    TokenKind kind = TokenKind::Word;
    std::uint8_t words = 1;  ///< of the text that it takes
    DesignatorRole role = {};
};

class Lexicon {
  public:
    explicit Lexicon(std::unique_ptr<Stemmer> stemmer) : stemmer_(std::move(stemmer)) {}

    /// The word type of a slice of text.
    const WordType& word(std::string_view raw) {
        const std::uint32_t number = words_.number(raw);
        if (number == types_.size()) types_.push_back(make_word(words_[number]));
        return types_[number];
    }

    /// The name that several words make, `raw` being the text from the first to the last; null when
    /// they make none.
    const WordType* name(std::string_view raw, std::span<const DesignatorWord> words);

    /// Forgets everything once it holds more types than a corpus has common words. Whoever asks
    /// holds no view.
    void trim();

  private:
    WordType make_word(std::string_view raw);
    void set_terms(WordType& type, std::string_view term, std::string_view family);
    std::string fold(std::string_view raw);

    Normalizer normalizer_;
    std::unique_ptr<Stemmer> stemmer_;
    StringTable words_;
    std::deque<WordType> types_;  ///< by their number in words_
    StringTable names_;
    std::deque<WordType> named_;  ///< by their number in names_; `words` 0 where it is no name
};

}  // namespace sitrep
