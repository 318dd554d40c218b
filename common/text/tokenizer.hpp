// Where words begin and end in a text: the boundaries of Unicode Standard Annex 29, with the marks
// of news English on top (initialisms keep their periods, possessives their 's). Says nothing of
// what a word means; offsets only. Internal to common/text.
#pragma once

#include "text/dictionary_breaker.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace sitrep {

/// What stands between a word and the one before it.
enum class Gap : std::uint8_t {
    None,       ///< nothing
    Space,      ///< a single space that may stand inside a name
    Dash,       ///< a single dash of any kind
    Slash,      ///< `/`
    Ampersand,  ///< `&`
    Open,       ///< `(`
    Close,      ///< `)`
    Opened,     ///< a parenthesis behind a space: ` (`
    Closed,     ///< a space behind a parenthesis: `) `
    Stop,       ///< a period, perhaps a space behind it: `Mk. 41`
    Times,      ///< the multiplication sign, spaces about it or not
    Currency,   ///< a currency sign right before the word, whatever stands before that
    Other,      ///< anything else, or the beginning of the text
};

struct WordSlice {
    std::uint32_t begin = 0;  ///< byte range [begin, end), on code point bounds
    std::uint32_t end = 0;
    Gap gap = Gap::Other;  ///< before it
};

class Tokenizer {
  public:
    /// The words of `text` in order, in linear time. A text is at most 4 GiB.
    void split(std::string_view text, std::vector<WordSlice>& words);

  private:
    std::size_t split_run(std::string_view text, std::size_t at, Gap gap,
                          std::vector<WordSlice>& words);
    DictionaryBreaker breaker_;
};

/// Whether `raw` is single ASCII letters with periods between: `U.S`, `U.S.`, `a.m.`
bool is_dotted_initialism(std::string_view raw);

}  // namespace sitrep
