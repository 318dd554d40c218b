// Which options of sitrep-query go together.
#pragma once

#include "query/options.hpp"

#include <string>

namespace sitrep {

/// Which options the command line named, where that matters besides their value.
struct NamedOptions {
    bool format = false;
    bool tag = false;
    bool words = false;
    bool page = false;  ///< --limit or --offset
};

/// The first combination that means nothing, as a sentence; empty when all is well.
std::string find_contradiction(const QueryOptions& options, const NamedOptions& named);

}  // namespace sitrep
