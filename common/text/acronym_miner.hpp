// Where a text says what an acronym stands for. After Schwartz and Hearst, "A simple algorithm for
// identifying abbreviation definitions in biomedical text" (PSB 2003), made stricter: a long form's
// words give their beginnings, and each word that carries meaning gives one. Internal to
// common/text.
#pragma once

#include "text/tokenizer.hpp"

#include <string_view>
#include <vector>

namespace sitrep {

/// Slices of the text that was mined.
struct AcronymDefinition {
    std::string_view acronym;  ///< without the s of a plural
    std::string_view meaning;  ///< two words or more
    bool plural = false;       ///< both stood in the plural: `unmanned aerial vehicles (UAVs)`
};

class AcronymMiner {
  public:
    /// Appends what `paragraph` (valid UTF-8) defines: `long form (ACR)`, `ACR (long form)`,
    /// `long form, or ACR,` and `ACR, or long form,`. `C4` in an acronym is four words with a C.
    /// Time is bounded: each parenthesis and each `, or` looks at kWindowBytes on either side, and
    /// of a paragraph only the first kMostOpenings of either count.
    void mine(std::string_view paragraph, std::vector<AcronymDefinition>& found);

    static constexpr std::size_t kWindowBytes = 240;
    static constexpr std::size_t kMostOpenings = 1000;

  private:
    void mine_parentheses(std::string_view paragraph, std::size_t open,
                          std::vector<AcronymDefinition>& found);
    void mine_apposition(std::string_view paragraph, std::size_t comma,
                         std::vector<AcronymDefinition>& found);
    bool define_before(std::string_view paragraph, std::size_t end, std::string_view acronym,
                       std::vector<AcronymDefinition>& found);
    bool define_whole(std::string_view meaning, std::string_view acronym,
                      std::vector<AcronymDefinition>& found);
    std::string_view word_before(std::string_view paragraph, std::size_t end);

    Tokenizer tokenizer_;
    std::vector<WordSlice> words_;
};

}  // namespace sitrep
