#include "text/date_reader.hpp"

#include "base/strings.hpp"
#include "text/date.hpp"
#include "text/month_names.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
/// Zones as RFC 2822 and news write them; what they mean is never asked.
constexpr std::array<std::string_view, 23> kZones = {
    "utc", "gmt", "z",   "et",  "est", "edt",  "ct",   "cst",  "cdt", "mt",  "mst", "mdt",
    "pt",  "pst", "pdt", "bst", "cet", "cest", "aest", "aedt", "ist", "jst", "kst"};

/// Whether `word` is `name` or its first letters, at least `least` of them.
bool abbreviates(std::string_view word, std::string_view name, std::size_t least) {
    return word.size() >= least && word.size() <= name.size() &&
           equals_ignoring_case(word, name.substr(0, word.size()));
}

std::optional<Day> valid(int year, int month, int day) {
    const Day found{year, month, day};
    if (!is_valid_day(found)) return std::nullopt;
    return found;
}

}  // namespace

void DateReader::skip_space() {
    while (!done()) {
        if (is_ascii_space(text_[at_])) {
            ++at_;
        } else if (text_.substr(at_, 2) == "\xC2\xA0") {
            at_ += 2;
        } else if (const std::string_view wide = text_.substr(at_, 3);
                   (wide >= "\xE2\x80\x80" && wide <= "\xE2\x80\x8B") || wide == "\xE2\x80\xAF") {
            at_ += 3;  // en and em spaces and their like
        } else {
            return;
        }
    }
}

bool DateReader::take(char c) {
    if (done() || text_[at_] != c) return false;
    ++at_;
    return true;
}

std::optional<int> DateReader::number(std::size_t least, std::size_t most) {
    std::size_t end = at_;
    int value = 0;
    while (end < text_.size() && end - at_ < most && is_ascii_digit(text_[end])) {
        value = value * 10 + (text_[end++] - '0');
    }
    if (end - at_ < least || (end < text_.size() && is_ascii_digit(text_[end])))
        return std::nullopt;
    at_ = end;
    return value;
}

/// The letters here; not taken.
std::string_view DateReader::word() {
    constexpr std::size_t kLongest = 24;  // "сентября" is 16 bytes
    // A byte of a letter, not of a space or a punctuation mark (U+00A0, U+2000...).
    const auto is_letter = [this](std::size_t at) {
        const auto c = static_cast<unsigned char>(text_[at]);
        return is_ascii_alpha(text_[at]) ||
               (c >= 0x80 && c != 0xE2 && text_.substr(at, 2) != "\xC2\xA0");
    };
    std::size_t end = at_;
    while (end < text_.size() && end - at_ < kLongest && is_letter(end)) ++end;
    return text_.substr(at_, end - at_);
}

std::optional<int> DateReader::month() {
    const std::string_view name = word();
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
        const bool short_form = name.size() == 3 || equals_ignoring_case(name, "sept");
        if (!abbreviates(name, kMonths[i], short_form ? 3 : kMonths[i].size())) continue;
        at_ += name.size();
        take('.');
        return static_cast<int>(i) + 1;
    }
    const std::optional<int> foreign = foreign_month(name);
    if (foreign) {
        at_ += name.size();
        take('.');
    }
    return foreign;
}

std::optional<int> DateReader::weekday() {
    const std::string_view name = word();
    const auto* const found =
        std::find_if(kWeekdays.begin(), kWeekdays.end(),
                     [name](std::string_view day) { return abbreviates(name, day, 3); });
    if (found == kWeekdays.end()) return std::nullopt;
    at_ += name.size();
    take('.');
    take(',');
    return static_cast<int>(found - kWeekdays.begin());
}

void DateReader::zone() {
    skip_space();
    if (!done() && (text_[at_] == '+' || text_[at_] == '-')) {
        const std::size_t sign = at_++;
        const bool hours = number(4, 4).has_value() || number(2, 2).has_value();
        if (!hours) at_ = sign;
        if (hours && take(':') && !number(2, 2)) at_ = sign;
        skip_space();
    }
    const bool bracket = take('(');
    const std::string_view name = word();
    const bool known = std::any_of(kZones.begin(), kZones.end(), [name](std::string_view zone) {
        return equals_ignoring_case(name, zone);
    });
    if (known) at_ += name.size();
    if (bracket) take(')');
}

void DateReader::clock_time() {
    const std::size_t start = at_;
    take(',');
    skip_space();
    if (!take('T') && !take('t')) {
        take('|') || take('@') || take('-') || take_text("–");  // "20 Dec, 2025 - 06:36"
        if (equals_ignoring_case(word(), "at")) at_ += 2;
    }
    skip_space();
    if (!number(1, 2)) {
        at_ = start;
        return;
    }
    const std::size_t hour_end = at_;
    const bool point = take('.') && number(2, 2).has_value();  // "14.03", as British papers do
    if (!point) at_ = hour_end;
    const bool colon = point || take(':');
    if (!point && colon && number(2, 2) && take(':')) {
        number(2, 2);
        if (take('.') || take(',')) number(1, 9);
    }
    const std::size_t clock_end = at_;
    skip_space();
    const char half = done() ? '\0' : ascii_lower(text_[at_]);
    if (half == 'a' || half == 'p') {
        ++at_;
        take('.');
        if (take('m') || take('M')) {
            take('.');
        } else {
            at_ = colon ? clock_end : start;
        }
    } else {
        at_ = colon ? clock_end : start;  // a bare number is no time
    }
    if (at_ != start) zone();
}

bool DateReader::clock_time_before() {
    const std::size_t start = at_;
    clock_time();
    if (at_ == start) return false;
    take(',');
    skip_space();
    if (equals_ignoring_case(word(), "on")) at_ += 2;
    skip_space();
    return true;
}

std::optional<Day> DateReader::iso_day() {
    const auto year = number(4, 4);
    const char separator = done() ? '\0' : text_[at_];
    if (!year || (separator != '-' && separator != '/' && separator != '.') || !take(separator))
        return std::nullopt;
    const auto month = number(1, 2);
    if (!month || !take(separator)) return std::nullopt;
    const auto day = number(1, 2);
    return day ? valid(*year, *month, *day) : std::nullopt;
}

std::optional<Day> DateReader::compact_day() {
    const auto all = number(8, 8);
    return all ? valid(*all / 10000, *all / 100 % 100, *all % 100) : std::nullopt;
}

std::optional<Day> DateReader::day_in_figures(NumberOrder order) {
    const auto first = number(1, 2);
    const char separator = done() ? '\0' : text_[at_];
    if (!first || (separator != '/' && separator != '.' && separator != '-')) return std::nullopt;
    ++at_;
    const auto second = number(1, 2);
    if (!second || !take(separator)) return std::nullopt;
    const std::size_t year_at = at_;
    auto year = number(4, 4);
    if (!year && (year = number(2, 2))) *year += 2000;
    if (!year || at_ == year_at) return std::nullopt;
    const bool day_first = order == NumberOrder::DayFirst ||
                           (separator == '.' && order != NumberOrder::MonthFirstWithPoints);
    const auto straight = day_first ? valid(*year, *second, *first) : valid(*year, *first, *second);
    // Thirteen is no month: then it can only be the other way round.
    return straight ? straight
                    : (day_first ? valid(*year, *first, *second) : valid(*year, *second, *first));
}

std::optional<Day> DateReader::slashed_day() {
    const auto month = number(1, 2);
    if (!month || !take('/')) return std::nullopt;
    const auto day = number(1, 2);
    if (!day || !take('/')) return std::nullopt;
    const auto year = number(4, 4);
    return year ? valid(*year, *month, *day) : std::nullopt;
}

bool DateReader::take_text(std::string_view text) {
    if (text_.substr(at_, text.size()) != text) return false;
    at_ += text.size();
    return true;
}

/// "2015年5月29日", "2015년 5월 29일"
std::optional<Day> DateReader::counted_day() {
    const auto year = number(4, 4);
    if (!year || (!take_text("年") && !take_text("년"))) return std::nullopt;
    skip_space();
    const auto month = number(1, 2);
    if (!month || (!take_text("月") && !take_text("월"))) return std::nullopt;
    skip_space();
    const auto day = number(1, 2);
    if (!day || (!take_text("日") && !take_text("일"))) return std::nullopt;
    return valid(*year, *month, *day);
}

/// A year of four digits; of these times, also with a time right behind it, as texts of elements
/// side by side leave no space: "May 29, 20156:01 PM", "May 29, 201520 min read".
std::optional<int> DateReader::year() {
    constexpr std::size_t kDigits = 4;
    if (const std::optional<int> alone = number(kDigits, kDigits)) return alone;
    const std::size_t end = at_ + kDigits;
    DateReader year(text_.substr(0, end), at_);
    DateReader behind(text_, std::min(end, text_.size()));
    const std::optional<int> found = year.number(kDigits, kDigits);
    if (!found || *found / 100 < 19 || *found / 100 > 20 || text_[at_ - 1] != ' ') return {};
    if (!behind.number(1, 2) || !(behind.take(':') || behind.take(' '))) return {};
    at_ = end;
    return found;
}

/// "May 29, 2015", "29 May 2015", "29-May-2015", "May 29th 2015", "29. Mai 2015", "29 de mayo de
/// 2015"
std::optional<Day> DateReader::named_day() {
    constexpr std::array<std::string_view, 7> kOrdinals = {"st", "nd", "rd", "th", "er", "º", "ª"};
    const auto ordinal = [&] {
        const std::string_view mark = word();
        if (is_one_of(ascii_lower(mark), kOrdinals)) {
            at_ += mark.size();
        }
        take('.');
    };
    const auto of = [&] {
        for (const std::string_view link : {"of", "de", "del"}) {
            if (!equals_ignoring_case(word(), link)) continue;
            at_ += link.size();
            skip_space();
            return;
        }
    };
    const auto separator = [&] {
        if (!take('-')) skip_space();
        take(',');
        skip_space();
    };
    std::optional<int> named = month();
    if (named) separator();
    const auto day = number(1, 2);
    if (!day) return std::nullopt;
    ordinal();
    separator();
    if (!named) {
        of();
        named = month();
        separator();
        of();
    }
    const auto year = named ? this->year() : std::nullopt;
    return year ? valid(*year, *named, *day) : std::nullopt;
}

std::optional<Day> DateReader::day(bool month_first_numbers) {
    if (weekday()) skip_space();
    const std::size_t start = at_;
    const auto try_form = [&](std::optional<Day> (DateReader::*form)()) {
        at_ = start;
        return (this->*form)();
    };
    if (const auto found = try_form(&DateReader::iso_day)) return found;
    if (const auto found = try_form(&DateReader::counted_day)) return found;
    if (const auto found = try_form(&DateReader::named_day)) return found;
    if (!month_first_numbers) return std::nullopt;
    if (const auto found = try_form(&DateReader::slashed_day)) return found;
    return try_form(&DateReader::compact_day);
}

}  // namespace sitrep
