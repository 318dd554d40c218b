// What the articles tell of how words are written and what they stand for, which no table knows.
#pragma once

#include "model/acronyms.hpp"
#include "model/fields.hpp"

#include <string_view>
#include <vector>

namespace sitrep {

class WordingSource {
  public:
    WordingSource() = default;
    WordingSource(const WordingSource&) = delete;
    WordingSource& operator=(const WordingSource&) = delete;
    virtual ~WordingSource() = default;

    /// The meanings that articles give `acronym`, the most frequent first.
    virtual std::vector<AcronymMeaning> meanings_of(std::string_view acronym) = 0;
    /// The acronyms that articles give for `words`, the most frequent first.
    virtual std::vector<AcronymMeaning> acronyms_of(std::string_view words) = 0;
    /// Whether any article holds these words side by side, in the text or that field.
    virtual bool holds(std::string_view words, Field field = Field::Body) = 0;
    /// Whether any article writes it as one word: `airstrike`, where `air-strike` is two.
    virtual bool holds_unjoined(std::string_view word) = 0;
};

}  // namespace sitrep
