// How many articles hold which terms, remembered: over a server each look is a round trip, and a
// question asks for the same terms more than once. Included by this folder only.
#pragma once

#include <xapian.h>

#include <string>
#include <unordered_map>
#include <vector>

namespace sitrep {

/// Of one snapshot. Throws what Xapian throws.
class KnownTerms {
  public:
    explicit KnownTerms(const Xapian::Database& database) : database_(database) {}

    Xapian::doccount articles(const std::string& term) const;
    bool holds(const std::string& term) const { return articles(term) > 0; }
    /// How telling a term of so many articles is, from 0: ln((N + 1) / (n + 0.5)), as BM25 has it
    /// but for words of more than half of all.
    double idf(Xapian::doccount articles) const;

    /// Looks up those that are not known yet, all in one or two round trips.
    void look_up(const std::vector<std::string>& terms) const;

  private:
    const Xapian::Database& database_;
    mutable std::unordered_map<std::string, Xapian::doccount> known_;
};

}  // namespace sitrep
