// The days that an HTML page prints around its headline, for its readers to see.
#pragma once

#include "indexer/extract/dom.hpp"
#include "text/date.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace sitrep {

/// A day, its ISO 8601 form (with its time where a <time> says it), and where it stood: "time",
/// "class", "text".
struct PrintedDate {
    Day day;
    std::string iso;
    std::string_view from;
    bool alone = false;  ///< in a line of its own, a label, a time or a byline beside it at most
};

/// The first of each kind near the headline.
struct PrintedDates {
    std::optional<PrintedDate> published;  ///< "Published May 3, 2015"
    std::optional<PrintedDate> bare;       ///< "May 3, 2015"
    std::optional<PrintedDate> modified;   ///< "Updated May 3, 2015"
};

/// `headline` is the index of the headline's element, 0 when there is none: then the page's top
/// counts. Days before 1995 are history, and days after `last` are none.
PrintedDates printed_dates(const HtmlTree& tree, std::size_t headline, NumberOrder order,
                           const Day& last);

/// The same over the whole page, for one that prints its day elsewhere (a side bar, under the
/// story): only days with a label, in a <time> or in an element named for a date.
PrintedDates marked_dates(const HtmlTree& tree, NumberOrder order, const Day& last);

/// Which number of a day in figures the page puts first, told by a day that has only one reading,
/// else by its language ("en-GB") and its host.
NumberOrder number_order(const HtmlTree& tree, std::string_view language, std::string_view host);

/// By the language and the host alone; either may be empty.
NumberOrder number_order(std::string_view language, std::string_view host);

}  // namespace sitrep
