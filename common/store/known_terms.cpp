#include "store/known_terms.hpp"

#include <algorithm>
#include <cmath>

namespace sitrep {

Xapian::doccount KnownTerms::articles(const std::string& term) const {
    const auto [at, is_new] = known_.try_emplace(term);
    if (is_new) at->second = database_.get_termfreq(term);
    return at->second;
}

double KnownTerms::idf(Xapian::doccount articles) const {
    const double all = database_.get_doccount();
    return std::log((all + 1) / (std::min<double>(articles, all) + 0.5));
}

/// A match that wants no hits, for it begins with how often each term occurs.
void KnownTerms::look_up(const std::vector<std::string>& terms) const {
    std::vector<std::string> unknown;
    for (const std::string& term : terms) {
        if (!known_.contains(term)) unknown.push_back(term);
    }
    if (unknown.size() < 2) return;
    Xapian::Enquire enquire(database_);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, unknown.begin(), unknown.end()));
    const Xapian::MSet counts = enquire.get_mset(0, 0);
    for (const std::string& term : unknown) known_[term] = counts.get_termfreq(term);
}

}  // namespace sitrep
