// What a line of plain text shows of being the headline of the page around it, as a row of numbers.
// The rows are what `--dump=blocks` prints and scripts/train_headlines learns from; the order of
// the columns is part of the weights.
#pragma once

#include "indexer/extract/lines.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace sitrep {

inline constexpr std::size_t kHeadlineColumns = 44;
using HeadlineRow = std::array<float, kHeadlineColumns>;

/// The longer words of the running text from `begin` on, lower case: what the story is about.
std::unordered_set<std::string> story_words(const std::vector<TextBlock>& blocks,
                                            std::size_t begin);

/// Of the longer words of `line`, the share that the story uses.
double share_in_story(std::string_view line, const std::unordered_set<std::string>& story);

/// Of its words, the share that begins with a capital.
double share_of_capitals(std::string_view text);

/// The rows of one page.
class HeadlineRows {
  public:
    /// `blocks` must outlive it. `prose`: where the running text begins, as first_prose() finds it.
    HeadlineRows(const std::vector<TextBlock>& blocks, std::size_t prose);
    HeadlineRows(const HeadlineRows&) = delete;  // it holds views of its own lines
    HeadlineRows& operator=(const HeadlineRows&) = delete;

    static std::span<const std::string_view> columns();

    /// The lines that may be the headline: no longer than one, running text behind them.
    const std::vector<std::size_t>& candidates() const { return candidates_; }
    HeadlineRow row(std::size_t candidate) const;

  private:
    class Cursor;
    /// What is asked of a line more than once.
    struct Line {
        std::string key;  ///< letters and digits, lower case
        std::size_t words = 0;
        bool bullet = false;
        bool prose = false;
        bool byline = false;
        bool credit = false;  ///< a byline or a day
        bool name = false;    ///< of people
    };

    static Line line_of(const Block& block);
    void note_lead();
    void add_length(Cursor& out, std::size_t i) const;
    void add_marks(Cursor& out, const std::string& text) const;
    void add_story(Cursor& out, const std::string& text) const;
    void add_place(Cursor& out, std::size_t i) const;
    void add_lines_before(Cursor& out, std::size_t i) const;
    void add_credits(Cursor& out, std::size_t i) const;
    bool ends_a_line_before(std::size_t i) const;
    bool is_credit(std::size_t i) const { return i < lines_.size() && lines_[i].credit; }
    bool is_name(std::size_t i, std::size_t end) const { return i < end && lines_[i].name; }

    const std::vector<TextBlock>& blocks_;
    std::size_t prose_;
    std::unordered_set<std::string> story_;
    std::unordered_set<std::string> lead_;
    std::vector<Line> lines_;
    std::unordered_map<std::string_view, std::size_t> copies_;  ///< by key
    std::vector<std::size_t> next_prose_;                       ///< the first prose from each on
    std::vector<std::size_t> prose_words_;                      ///< of running text before each
    std::size_t first_bullet_ = static_cast<std::size_t>(-1);
    std::vector<std::size_t> candidates_;
};

}  // namespace sitrep
