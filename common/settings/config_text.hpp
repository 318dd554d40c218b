// What --print-config shows: every setting in effect with where it came from, as a configuration
// file.
#pragma once

#include "settings/settings.hpp"

#include <map>
#include <string>

namespace sitrep {

/// What holds for an option that nobody set, where its help does not say so in one word.
struct Fallback {
    std::string value;
    std::string origin;  ///< "environment: SITREP_DB"
};

std::string config_text(const Tool& tool, const Settings& settings,
                        const std::map<std::string, Fallback>& fallbacks);

}  // namespace sitrep
