// The brake on removals: a run never takes more of a root out of the database than is likely to be
// meant. What would go is counted, then all of it goes, or nothing.
#pragma once

#include "base/error.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace sitrep {

struct RemovalRules {
    unsigned percent = 20;  ///< of a root's documents that a run may remove
    bool forced = false;    ///< whatever would go, goes
};

/// What would go of one root.
struct RootRemovals {
    std::uint64_t documents = 0;       ///< of the root, before the run
    std::uint64_t files_gone = 0;      ///< that vanished
    std::uint64_t documents_gone = 0;  ///< of those
    std::uint64_t records_gone = 0;  ///< documents that files no longer give which are still there
    /// Why the root is not to be trusted, as it stands in a sentence: `is empty now`.
    std::string doubt = {};

    bool nothing() const { return files_gone == 0 && records_gone == 0; }
};

/// Up to ten documents may always go, and `percent` of many.
std::uint64_t most_removed(std::uint64_t documents, unsigned percent);

/// Pure. Why nothing is removed from the root, with the numbers; nothing where all of it may go.
/// The error is without a hint.
std::optional<Error> refusal(const RootRemovals& removals, const RemovalRules& rules);

/// `refused` with the command that removes all the same, of what lies in folder `place`.
Error with_force_hint(Error refused, const std::string& place);

}  // namespace sitrep
