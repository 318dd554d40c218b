// Bylines, names, datelines and credit lines of any text: within it, bounded, and stable.
#include "indexer/extract/byline.hpp"
#include "indexer/extract/credit_line.hpp"
#include "indexer/extract/dateline.hpp"
#include "indexer/extract/person_names.hpp"
#include "model/url.hpp"
#include "text/date.hpp"

#include <cstdint>
#include <cstdlib>

namespace {

void check_names(const std::vector<std::string>& names) {
    if (names.size() > 20) std::abort();
    for (const std::string& name : names) {
        if (name.empty() || name.size() > 100) std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check_names(sitrep::parse_names(text));
    check_names(sitrep::parse_names(text, sitrep::NameSource::Given));
    check_names(sitrep::parse_byline(text));
    if (const auto credit = sitrep::read_credit_line(text)) check_names(credit->authors);
    sitrep::is_link_row(text);
    const sitrep::Dateline dateline = sitrep::find_dateline(text);
    if (dateline.place.size() > 200 || dateline.agency.size() > 200) std::abort();
    if (dateline.day && !sitrep::is_valid_day(*dateline.day)) std::abort();
    for (const auto order : {sitrep::NumberOrder::MonthFirst, sitrep::NumberOrder::DayFirst}) {
        const auto day = sitrep::find_day_in_figures(text, order);
        if (day && !sitrep::is_valid_day(*day)) std::abort();
    }
    const std::size_t half = size / 2;
    sitrep::canonical_url(sitrep::resolved_url(text.substr(0, half), text.substr(half)));
    return 0;
}
