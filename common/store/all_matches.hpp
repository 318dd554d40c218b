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

/// All that match, by ascending number. Throws what Xapian throws.
inline Xapian::MSet all_matches(const Xapian::Database& database, const Xapian::Query& query) {
    Xapian::Enquire enquire(database);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    // What weighs by itself (every word first, recency) would put them in another order.
    enquire.set_query(Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query, 0));
    return enquire.get_mset(0, database.get_doccount());
}

/// Calls `each` with the number and Slot::Order of each of them.
template <class Each>
void each_match(const Xapian::Database& database, const Xapian::MSet& matches, const Each& each) {
    auto order = database.valuestream_begin(static_cast<Xapian::valueno>(Slot::Order));
    for (auto match = matches.begin(); match != matches.end(); ++match) {
        order.skip_to(*match);
        each(*match, *order);
    }
}

}  // namespace sitrep
