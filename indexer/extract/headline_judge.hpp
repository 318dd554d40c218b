// How much a line of plain text looks like the headline of the page around it.
#pragma once

#include "indexer/extract/lines.hpp"

#include <cstddef>
#include <string>
#include <unordered_set>
#include <vector>

namespace sitrep {

/// Scores the lines of one page.
class HeadlineJudge {
  public:
    /// `prose`: where the running text begins, as first_prose() finds it.
    HeadlineJudge(const std::vector<TextBlock>& blocks, std::size_t prose);

    /// Log-odds of block `i` among the page's lines; it must not be empty.
    double score(std::size_t i) const;

  private:
    double score_of_words(const std::string& text) const;
    double score_of_place(std::size_t i) const;
    double score_of_credits(std::size_t i) const;
    bool is_credit(std::size_t i) const;
    bool ends_a_line_before(std::size_t i) const;

    const std::vector<TextBlock>& blocks_;
    std::size_t prose_;
    std::unordered_set<std::string> story_;
    std::unordered_set<std::string> lead_;
    std::vector<std::size_t> next_prose_;  ///< the first prose from each block on
};

}  // namespace sitrep
