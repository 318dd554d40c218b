// The one term of a document that begins with a prefix. Included by this folder only.
#pragma once

#include "model/index_document.hpp"

#include <xapian.h>

#include <string>
#include <string_view>

namespace sitrep {

/// The document's first term from `prefix` on; empty where there is none. Throws what Xapian
/// throws.
std::string first_term(const Xapian::Database& database, Xapian::docid id, std::string_view prefix);

/// What names its record: see unique_term().
inline std::string unique_term_of(const Xapian::Database& database, Xapian::docid id) {
    return first_term(database, id, kUniquePrefix);
}

}  // namespace sitrep
