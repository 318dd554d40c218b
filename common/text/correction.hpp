// Notes in which an outlet takes back what it printed.
#pragma once

#include <string_view>

namespace sitrep {

/// Whether a paragraph is such a note: it begins with `Correction`, `Corrected` or `Clarification`
/// and a colon, a dash or a date, or says that an earlier version of the story was wrong or that
/// the story was corrected. English only.
bool is_correction(std::string_view paragraph);

}  // namespace sitrep
