// How much a line of plain text looks like the headline of the page around it.
#pragma once

#include "indexer/extract/lines.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace sitrep {

/// The longer words of the running text from `begin` on, lower case: what the story is about.
std::unordered_set<std::string> story_words(const std::vector<TextBlock>& blocks,
                                            std::size_t begin);

/// Of the longer words of `line`, the share that the story uses.
double share_in_story(std::string_view line, const std::unordered_set<std::string>& story);

/// Of its words, the share that begins with a capital.
double share_of_capitals(std::string_view text);

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
