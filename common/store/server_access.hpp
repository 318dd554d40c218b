// How long servers are waited for, and what is done without them.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>

namespace sitrep {

struct ServerAccess {
    static constexpr int kMostSeconds = 3600;

    int timeout_s = 5;           ///< for each answer, 1 to kMostSeconds
    bool allow_partial = false;  ///< whether to answer without databases that fail
    bool may_be_partial = true;  ///< whether messages may advise that

    /// A call is taken by the machine itself: it needs less time than an answer.
    int connect_timeout_s() const { return std::min(timeout_s, 2); }

    /// For all answers to a question together; each article that it reads needs a few more.
    std::chrono::seconds question_time() const { return std::chrono::seconds(12 * timeout_s); }
    std::chrono::seconds reading_time(std::uint64_t articles) const {
        constexpr std::uint64_t kAtOnce = 10;
        return std::chrono::seconds(articles / kAtOnce * static_cast<std::uint64_t>(timeout_s));
    }
};

/// A database that an answer is made without.
struct MissingDatabase {
    std::string name;
    std::string why;
};

}  // namespace sitrep
