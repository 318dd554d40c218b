// Other words for what a question asks: spellings, acronyms, nicknames, demonyms, from tables that
// ship with Sitrep and from the user's own.
#pragma once

#include "base/result.hpp"
#include "search/query.hpp"
#include "text/analyzer.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sitrep {

/// The tables that ship, below `vocabulary/`.
inline constexpr std::array<std::string_view, 4> kVocabularyFiles = {
    "acronyms.tsv", "demonyms.tsv", "nicknames.tsv", "spellings.tsv"};
/// A table is at most this long.
inline constexpr std::size_t kMaxVocabularyBytes = std::size_t{8} << 20U;

/// Another wording, and why.
struct Synonym {
    ExpansionKind kind = ExpansionKind::Spelling;
    std::string text;
    friend bool operator==(const Synonym&, const Synonym&) = default;
};

/// The stems of the units' words, or the name where only that is asked for, with spaces between:
/// what wordings are compared by.
std::string vocabulary_key(const std::vector<QueryUnit>& units);

class Vocabulary {
  public:
    /// Adds the lines of a table: KIND, a tab, and wordings with tabs between; `#` begins a comment
    /// line. Kinds: `spelling`, `demonym`, `acronym` and `nickname` stand for each other;
    /// `nickname-of` leads from its first wording to the others only. Usage errors name the line
    /// of `name`; the lines before it are kept.
    Result<void> add(std::string_view table, std::string_view name, Analyzer& analyzer);

    /// Other wordings of what has this key.
    const std::vector<Synonym>& synonyms(const std::string& key) const;

    /// Words of the longest key.
    std::size_t longest() const { return longest_; }

  private:
    void link(const std::string& from, const std::string& to, ExpansionKind kind,
              Analyzer& analyzer);

    std::unordered_map<std::string, std::vector<Synonym>> synonyms_;
    std::size_t longest_ = 0;
};

}  // namespace sitrep
