// Which terms databases hold, remembered: over a server each look is a round trip, and a question
// asks for the same terms more than once. Included by this folder only.
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

    bool holds(const std::string& term) const;

    /// Looks up those that are not known yet, all in one or two round trips.
    void look_up(const std::vector<std::string>& terms) const;

  private:
    const Xapian::Database& database_;
    mutable std::unordered_map<std::string, bool> known_;
};

}  // namespace sitrep
