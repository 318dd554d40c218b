// One form for all spellings of a word: NFKC_Casefold (Unicode Standard Annex 31), accents folded.
// Internal to common/text.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace sitrep {

class Normalizer {
  public:
    Normalizer();
    Normalizer(Normalizer&&) noexcept;
    Normalizer& operator=(Normalizer&&) noexcept;
    ~Normalizer();

    /// `word` (valid UTF-8) folded: compatibility forms, case and invisible characters gone;
    /// accents off Latin and Greek letters, those without decomposition too (Ł, Ø, đ, ı); points
    /// off Hebrew and Arabic, and Arabic letters that are typed for one another made one; marks
    /// that carry meaning in other scripts kept; every apostrophe U+0027; digits of all scripts
    /// 0-9. Only letters, digits, marks, and inner `'` `.` `,` `·` remain; may be empty.
    /// fold(fold(x)) == fold(x).
    std::string fold(std::string_view word);

  private:
    struct Tools;
    Tools& tools();
    std::unique_ptr<Tools> tools_;  ///< made for the first word that is not ASCII
};

}  // namespace sitrep
