// Reads the parts of dates from left to right. Internal to common/text.
#pragma once

#include "text/date.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace sitrep {

/// A place in a text, moved on by each part that is there and left where it was by one that is not.
class DateReader {
  public:
    explicit DateReader(std::string_view text, std::size_t at = 0) : text_(text), at_(at) {}

    std::size_t at() const { return at_; }
    bool done() const { return at_ >= text_.size(); }
    void skip_space();
    bool take(char c);
    /// A number of `least` to `most` digits, not followed by another digit.
    std::optional<int> number(std::size_t least, std::size_t most);
    /// "May", "Jan.", "Sept": 1..12.
    std::optional<int> month();
    /// "Fri," or "Friday": 0 (Monday) to 6.
    std::optional<int> weekday();
    /// A clock time with seconds, fractions and zone or without, and "at" or "T" before it.
    void clock_time();
    /// One that stands before a day: "10:02 AM EDT, ", "3:15 p.m. ET on ".
    bool clock_time_before();

    /// A date in any of the forms; `month_first_numbers` allows 01/23/2018. On failure the place is
    /// undefined.
    std::optional<Day> day(bool month_first_numbers);
    /// "23/01/2018", "1.2.18", "01-23-2018": `order` tells.
    std::optional<Day> day_in_figures(NumberOrder order);

  private:
    std::string_view word();
    bool take_text(std::string_view text);
    std::optional<Day> iso_day();
    std::optional<Day> counted_day();
    std::optional<Day> compact_day();
    std::optional<Day> slashed_day();
    std::optional<Day> named_day();
    std::optional<int> year();
    void zone();

    std::string_view text_;
    std::size_t at_;
};

}  // namespace sitrep
