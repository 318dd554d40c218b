// The terms of a database that begin with a prefix. Included by this folder only.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>

namespace sitrep {

/// Calls `each` with what stands behind `prefix` in every term that begins with it, in order, and
/// the place in Xapian's list, which knows how many documents hold it. A server may send anything:
/// other terms are passed over. Throws what Xapian throws.
template <class Each>
void each_term(const Xapian::Database& database, const std::string& prefix, const Each& each) {
    const auto end = database.allterms_end(prefix);
    for (auto at = database.allterms_begin(prefix); at != end; ++at) {
        const std::string term = *at;
        if (term.starts_with(prefix)) each(std::string_view(term).substr(prefix.size()), at);
    }
}

}  // namespace sitrep
