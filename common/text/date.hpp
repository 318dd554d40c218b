// Calendar days as articles print them and as people ask for them.
#pragma once

#include "model/article.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

bool is_valid_day(const Day& day);

/// The calendar day printed in an ISO 8601 date or date-time, RFC 2822 date, or English news form
/// ("May 29, 2015", "29 May 2015", "Jan. 3, 2018", "2015-05-29T23:10:00-04:00", "01/23/2018" month
/// first), with the names of months of some twenty languages ("29 de mayo de 2015"). The whole text
/// must be a date, white space and a clock time behind or before it aside. No time zone is applied:
/// 23:10-04:00 on the 29th is the 29th.
std::optional<Day> parse_day(std::string_view text);

/// "May 3", "Sept. 2": a year may follow.
bool begins_with_month_day(std::string_view text);

/// The first such date that stands anywhere in `text` (names of months only, or ISO): for bylines.
std::optional<Day> find_day(std::string_view text);

/// `value` in ISO 8601: its time and zone kept where it has them in that form, so that parse_day()
/// reads it; empty when there is no day in it.
std::string iso_date(std::string_view value);

/// Which number stands first in a day written in figures. With points between it is the day
/// wherever dates are printed so, but where American forces print them (`02.06.2024`).
enum class NumberOrder { MonthFirst, DayFirst, MonthFirstWithPoints };

/// The same of a value that may give its day in figures, as find_day_in_figures() reads them.
std::string iso_date(std::string_view value, NumberOrder order);

/// The first day in figures in `text` ("23/01/2018", "3.5.2015", "01-23-18"); where only one order
/// gives a day, that one.
std::optional<Day> find_day_in_figures(std::string_view text, NumberOrder order);

/// What a day in figures alone with its year in four (`31/10/2026`, `14.10.2026`) may be: the month
/// first, then the day first, where that is another day. With points the day is first,
/// where that is one.
std::vector<Day> days_in_figures(std::string_view text);

/// Days since 1970-01-01, negative before it: for how far two days are apart.
long day_number(const Day& day);

/// The day of such a number.
Day day_of_number(long number);

/// The first day of its week.
Day monday_of(const Day& day);

/// "2015-05-29"
std::string iso_day(const Day& day);
/// "20150529": sorts as text; the form in Slot::Date.
std::string sortable_day(const Day& day);

/// Today: $SITREP_NOW (an ISO date) when it is set and valid, else the local calendar day.
Day today();

}  // namespace sitrep
