#include "store/first_term.hpp"

namespace sitrep {

std::string first_term(const Xapian::Database& database, Xapian::docid id,
                       std::string_view prefix) {
    auto term = database.termlist_begin(id);
    term.skip_to(std::string(prefix));
    return term == database.termlist_end(id) ? std::string() : *term;
}

}  // namespace sitrep
