// How long servers are waited for, and what is done without them.
#pragma once

#include <algorithm>
#include <string>

namespace sitrep {

struct ServerAccess {
    static constexpr int kMostSeconds = 3600;

    int timeout_s = 5;           ///< for each answer, 1 to kMostSeconds
    bool allow_partial = false;  ///< whether to answer without databases that fail

    /// A call is taken by the machine itself: it needs less time than an answer.
    int connect_timeout_s() const { return std::min(timeout_s, 2); }
};

/// A database that an answer is made without.
struct MissingDatabase {
    std::string name;
    std::string why;
};

}  // namespace sitrep
