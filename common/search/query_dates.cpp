#include "search/query_dates.hpp"

#include "search/query_signs.hpp"

#include <vector>

namespace sitrep {
namespace {

/// Both days that an end of a range may be; empty where it is one or none.
std::string ambiguous_day(std::string_view text) {
    const RangeEnds ends = range_ends(text);
    for (const std::string_view end : {ends.from, ends.to}) {
        const std::vector<Day> days = days_in_figures(end);
        if (days.size() == 2) return iso_day(days[0]) + " or " + iso_day(days[1]) + "?";
    }
    return {};
}

bool is_turned_round(std::string_view text, const Day& today) {
    const RangeEnds ends = range_ends(text);
    return ends.is_range && parse_day_range(ends.from, today) && parse_day_range(ends.to, today);
}

}  // namespace

std::size_t end_of_date(std::string_view question, std::size_t begin, std::size_t end,
                        const Day& today) {
    constexpr std::size_t kMostWords = 4;
    std::size_t found = end;
    if (parse_day_range(question.substr(begin, end - begin), today)) return found;
    for (std::size_t words = 1; words < kMostWords; ++words) {
        const std::size_t next = behind_spaces(question, end);
        if (next == end || !starts_operand(question, next) || question[next] == '(') break;
        end = chunk_end(question, next);
        if (parse_day_range(question.substr(begin, end - begin), today)) found = end;
    }
    return found;
}

DateReading read_date(std::string_view text, const Day& today) {
    DateReading reading;
    if (std::string either = ambiguous_day(text); !either.empty())
        return {{}, "this date can be read in two ways", std::move(either)};
    reading.range = parse_day_range(text, today);
    if (!reading.range) {
        if (const std::optional<Day> day = parse_day(text)) reading.range = DayRange{day, day};
    }
    if (reading.range) return reading;
    if (is_turned_round(text, today)) return {{}, "this range ends before it begins", ""};
    return {{},
            "this is not a date",
            "dates: 2015, 2015-04, 2015-04-27, 2015-q2, fy2015, 2015..2016, 2015-04.., ..2016, "
            "\"since may 2015\", today, \"last week\", 90d.."};
}

}  // namespace sitrep
