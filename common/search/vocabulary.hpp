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
#include <utility>
#include <vector>

namespace sitrep {

/// The tables that ship, below `vocabulary/`.
inline constexpr std::array<std::string_view, 4> kVocabularyFiles = {
    "acronyms.tsv", "demonyms.tsv", "nicknames.tsv", "spellings.tsv"};
/// A table is at most this long.
inline constexpr std::size_t kMaxVocabularyBytes = std::size_t{8} << 20U;

/// Another wording, of what, and why.
struct Synonym {
    ExpansionKind kind = ExpansionKind::Spelling;
    std::string text;
    std::string of;
    bool is_own = false;  ///< of the user's table
    friend bool operator==(const Synonym&, const Synonym&) = default;
};

/// The stems of the units' words, or the name where only that is asked for, with spaces between:
/// what wordings are compared by.
std::string vocabulary_key(const std::vector<QueryUnit>& units);

/// Whether `word`, which has the stem of `spelling.of`, is spelt otherwise as that is: it has the
/// letters by which the two spellings differ. `organ` has the stem of `organization`, and is no
/// `organ` elsewhere.
bool is_spelt_so(std::string_view word, const Synonym& spelling);

class Vocabulary {
  public:
    /// Adds the lines of a table: KIND, a tab, and wordings with tabs between; `#` begins a comment
    /// line. `is_own`: of the user, who knows better than the articles. Kinds: `spelling`,
    /// `demonym`, `acronym` and `nickname` stand for each other; `nickname-of` leads from its first
    /// wording to the others only. Usage errors name the line of `name`; the lines before it are
    /// kept.
    Result<void> add(std::string_view table, std::string_view name, bool is_own = false);

    /// Other wordings of what has this key. A question asks for few: wordings are analysed when
    /// one that begins as they do is first asked for, and only these.
    const std::vector<Synonym>& synonyms(const std::string& key, Analyzer& analyzer);

  private:
    struct Line {
        ExpansionKind kind;
        bool both_ways;
        bool is_own;
        std::vector<std::string> wordings;
    };
    /// Wordings by the first letter or digit of their keys.
    struct Bucket {
        std::vector<std::pair<std::size_t, std::size_t>> wordings;  ///< line, place in it
        bool ready = false;
    };

    void make_ready(Bucket& bucket, Analyzer& analyzer);

    std::vector<Line> lines_;
    std::array<Bucket, 37> buckets_ = {};
    std::unordered_map<std::string, std::vector<Synonym>> synonyms_;
};

}  // namespace sitrep
