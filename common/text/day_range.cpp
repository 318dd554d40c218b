#include "text/day_range.hpp"

#include "base/strings.hpp"
#include "text/date_reader.hpp"
#include "text/relative_days.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace sitrep {
namespace {

constexpr std::size_t kLongestDate = 100;
constexpr int kMonths = 12;
constexpr long kDaysOfWeek = 7;

DaySpan months_span(int year, int first, int last) {
    const Day next = last == kMonths ? Day{year + 1, 1, 1} : Day{year, last + 1, 1};
    return {{year, first, 1}, day_of_number(day_number(next) - 1)};
}

std::optional<DaySpan> month_span(std::optional<int> year, std::optional<int> month) {
    if (!year || *year < 1 || !month || *month < 1 || *month > kMonths) return std::nullopt;
    return months_span(*year, *month, *month);
}

std::optional<int> last_year(DateReader& reader) {
    const std::optional<int> year = reader.number(4, 4);
    return year && *year > 0 && reader.done() ? year : std::nullopt;
}

/// "2015"
std::optional<DaySpan> whole_year(std::string_view text) {
    DateReader reader(text);
    const std::optional<int> year = last_year(reader);
    return year ? std::optional(months_span(*year, 1, kMonths)) : std::nullopt;
}

/// "2010s"
std::optional<DaySpan> decade(std::string_view text) {
    constexpr int kYears = 10;
    if (!text.ends_with('s')) return std::nullopt;
    DateReader reader(text.substr(0, text.size() - 1));
    const std::optional<int> year = last_year(reader);
    if (!year || *year % kYears != 0) return std::nullopt;
    return DaySpan{{*year, 1, 1}, {*year + kYears - 1, kMonths, 31}};
}

/// "2015 04"
std::optional<DaySpan> year_and_month(std::string_view text) {
    DateReader reader(text);
    const std::optional<int> year = reader.number(4, 4);
    if (!reader.take(' ') && !reader.take('/')) return std::nullopt;
    const std::optional<int> month = reader.number(1, 2);
    return reader.done() ? month_span(year, month) : std::nullopt;
}

/// "4/2015", "04.2015"
std::optional<DaySpan> month_in_figures(std::string_view text) {
    DateReader reader(text);
    const std::optional<int> month = reader.number(1, 2);
    if (!reader.take('/') && !reader.take('.') && !reader.take(' ')) return std::nullopt;
    return month_span(last_year(reader), month);
}

/// "April 2015"
std::optional<DaySpan> named_month(std::string_view text) {
    DateReader reader(text);
    const std::optional<int> month = reader.month();
    reader.skip_space();
    return month_span(last_year(reader), month);
}

/// "q2"
std::optional<DaySpan> quarter_of(int year, std::string_view text) {
    if (text.size() != 2 || ascii_lower(text[0]) != 'q' || text[1] < '1' || text[1] > '4')
        return std::nullopt;
    const int last = (text[1] - '0') * 3;
    return months_span(year, last - 2, last);
}

/// "2015 Q2", "2015q2", "Q2 2015"
std::optional<DaySpan> quarter(std::string_view text) {
    constexpr std::size_t kLength = 2;
    DateReader reader(text, std::min(text.size(), kLength));
    reader.skip_space();
    if (const std::optional<int> year = last_year(reader))
        return quarter_of(*year, text.substr(0, kLength));
    reader = DateReader(text);
    const std::optional<int> year = reader.number(4, 4);
    reader.skip_space();
    return year && *year > 0 ? quarter_of(*year, text.substr(reader.at())) : std::nullopt;
}

/// "2015 W17", of ISO 8601: from Monday; the first has the fourth of January.
std::optional<DaySpan> numbered_week(std::string_view text) {
    constexpr int kMidweek = 3;
    DateReader reader(text);
    const std::optional<int> year = reader.number(4, 4);
    reader.skip_space();
    if (!reader.take('w') && !reader.take('W')) return std::nullopt;
    const std::optional<int> week = reader.number(1, 2);
    if (!year || *year < 1 || !week || *week < 1 || !reader.done()) return std::nullopt;
    const long monday = day_number(monday_of({*year, 1, 4})) + (*week - 1) * kDaysOfWeek;
    if (day_of_number(monday + kMidweek).year != *year) return std::nullopt;
    return DaySpan{day_of_number(monday), day_of_number(monday + kDaysOfWeek - 1)};
}

/// "FY2021", "FY 21": of the government of the United States, from the first of October before.
std::optional<DaySpan> fiscal_year(std::string_view text) {
    if (!equals_ignoring_case(text.substr(0, 2), "fy")) return std::nullopt;
    DateReader reader(text, 2);
    reader.skip_space();
    std::optional<int> year = reader.number(4, 4);
    if (!year) {
        year = reader.number(2, 2);
        if (year) *year += 2000;
    }
    if (!year || *year < 2 || !reader.done()) return std::nullopt;
    return DaySpan{{*year - 1, 10, 1}, {*year, 9, 30}};
}

std::optional<DaySpan> parse_span(std::string_view text, const Day& today) {
    if (text.size() > kLongestDate) return std::nullopt;
    if (const std::optional<DaySpan> span = relative_span(text, today)) return span;
    if (const std::optional<Day> day = day_of_age(text, today)) return DaySpan{*day, *day};
    const std::vector<Day> days = days_in_figures(text);
    if (days.size() > 1) return std::nullopt;
    if (!days.empty()) return DaySpan{days[0], days[0]};
    if (const std::optional<Day> day = parse_day(text)) return DaySpan{*day, *day};
    std::string spaced(text);  // `june-2015`
    std::replace(spaced.begin(), spaced.end(), '-', ' ');
    for (const auto read : {whole_year, decade, year_and_month, month_in_figures, named_month,
                            quarter, numbered_week, fiscal_year}) {
        if (const std::optional<DaySpan> span = read(spaced)) return span;
    }
    return std::nullopt;
}

/// A sign or word before the only end of a range.
struct Opening {
    std::string_view text;
    bool begins;    ///< the range begins there
    bool excludes;  ///< the end itself is not in it
};

/// The opening of `text`, which is taken off it.
const Opening* take_opening(std::string_view& text) {
    static constexpr auto kOpenings = std::to_array<Opening>({{">=", true, false},
                                                              {"<=", false, false},
                                                              {">", true, true},
                                                              {"<", false, true},
                                                              {"since", true, false},
                                                              {"from", true, false},
                                                              {"after", true, true},
                                                              {"until", false, false},
                                                              {"before", false, true}});
    for (const Opening& opening : kOpenings) {
        const std::size_t size = opening.text.size();
        if (!equals_ignoring_case(text.substr(0, size), opening.text)) continue;
        const bool is_word = is_ascii_alpha(opening.text.front());
        const char next = text.size() > size ? text[size] : '\0';
        if (is_word && next != ' ' && next != '-') continue;
        text = trimmed(text.substr(size + (is_word ? 1 : 0)));
        return &opening;
    }
    return nullptr;
}

/// Two ends with something between; the whole as `from` where there is no such thing.
RangeEnds two_ends(std::string_view text) {
    for (const std::string_view between : {"...", "..", "\u2026", "\u2013", " to "}) {
        const std::size_t at = text.find(between);
        if (at == std::string_view::npos) continue;
        return {trimmed(text.substr(0, at)), trimmed(text.substr(at + between.size())), true};
    }
    constexpr std::size_t kYear = 4;
    const bool years = text.size() == 2 * kYear + 1 && text[kYear] == '-' &&
                       std::count_if(text.begin(), text.end(), is_ascii_digit) == 2 * kYear;
    if (years) return {text.substr(0, kYear), text.substr(kYear + 1), true};
    return {text, {}, false};
}

}  // namespace

RangeEnds range_ends(std::string_view text) {
    text = trimmed(text);
    const Opening* opening = take_opening(text);
    const RangeEnds ends = two_ends(text);
    if (opening == nullptr) return ends;
    const bool may_have_two = opening->text == "from";
    if (ends.is_range) return may_have_two ? ends : RangeEnds{{}, {}, true};
    if (opening->begins) return {text, {}, true, opening->excludes};
    return {{}, text, true, opening->excludes};
}

std::optional<DayRange> parse_day_range(std::string_view text, const Day& today) {
    const RangeEnds ends = range_ends(text);
    const std::string_view to = ends.is_range ? ends.to : ends.from;
    if (ends.from.empty() && to.empty()) return std::nullopt;
    if (const auto since = day_of_age(ends.from, today); since && !ends.is_range)
        return DayRange{since, today};
    DayRange range;
    if (!ends.from.empty()) {
        const std::optional<DaySpan> span = parse_span(ends.from, today);
        if (!span) return std::nullopt;
        range.first = ends.excludes_end ? day_of_number(day_number(span->last) + 1) : span->first;
    }
    if (!to.empty()) {
        const std::optional<DaySpan> span = parse_span(to, today);
        if (!span) return std::nullopt;
        range.last = ends.excludes_end ? day_of_number(day_number(span->first) - 1) : span->last;
    }
    // The year 9999 has a last week, and the year 1 a first day, that reach out of the calendar.
    if ((range.first && !is_valid_day(*range.first)) || (range.last && !is_valid_day(*range.last)))
        return std::nullopt;
    if (range.first && range.last && *range.last < *range.first) return std::nullopt;
    return range;
}

}  // namespace sitrep
