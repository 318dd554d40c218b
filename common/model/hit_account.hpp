// Why an article ranks where it does, as plain data.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sitrep {

/// A term of the index that a part of a question looks for and the article holds.
struct HeldTerm {
    std::string term;
    std::string field;           ///< `title`, ...; empty: the running text
    bool is_stem = false;        ///< else as it is written
    std::uint64_t times = 0;     ///< in the article
    std::uint64_t articles = 0;  ///< of the database that hold it
};

enum class PartRole { Weighs, Filters, Excludes };

/// A word, phrase, pattern, NEAR, date, size or other wording of a question.
struct PartAccount {
    std::string text;  ///< as --explain shows it
    PartRole role = PartRole::Weighs;
    bool matches = false;
    double weight = 0;            ///< what it adds to the score
    std::vector<HeldTerm> terms;  ///< empty of dates and sizes
    /// Other wordings that match, as parts; of them and the part as asked, the one that weighs most
    /// counts.
    std::vector<PartAccount> wordings;
};

struct HitAccount {
    std::string path;
    bool matches = false;
    double score = 0;
    std::optional<std::uint64_t> rank;  ///< among the first 1,000, copies not folded
    std::vector<PartAccount> parts;
    double side_by_side = 0;  ///< for neighbouring words of the question that stand so in it
    double headline = 0;      ///< for a headline that has the question, word for word
    double every_word = 0;    ///< for holding all words of a question that may miss some
    /// What is left of the score: words that feedback learnt, and recency.
    double rest = 0;
};

}  // namespace sitrep
