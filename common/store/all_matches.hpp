// Every article that a question matches, unranked. Included by this folder only.
#pragma once

#include "model/index_document.hpp"

#include <xapian.h>

#include <algorithm>
#include <string>

namespace sitrep {

/// The unique term in a value of Slot::Order: behind the day.
inline std::string unique_term_in(const std::string& order) {
    constexpr std::size_t kDayBytes = 8;
    return order.substr(std::min(order.size(), kDayBytes));
}

/// All that match, by Slot::Order, which each has for its sort key: to look up the value of a
/// document by itself would cost a round trip where it is on a server. Throws what Xapian throws.
inline Xapian::MSet all_matches(const Xapian::Database& database, const Xapian::Query& query) {
    Xapian::Enquire enquire(database);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_sort_by_value(static_cast<Xapian::valueno>(Slot::Order), false);
    enquire.set_query(query);
    return enquire.get_mset(0, database.get_doccount());
}

/// Calls `each` with the number and Slot::Order of each of them.
template <class Each>
void each_match(const Xapian::MSet& matches, const Each& each) {
    for (auto match = matches.begin(); match != matches.end(); ++match)
        each(*match, match.get_sort_key());
}

}  // namespace sitrep
