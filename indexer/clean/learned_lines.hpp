// The rule for lines that the corpus has taught: see model/furniture_lines.hpp.
#pragma once

#include "indexer/clean/verdicts.hpp"

#include <vector>

namespace sitrep {

/// Marks the blocks that are `known` as furniture, before any other rule. `unlearned`: the verdicts
/// without this one.
void mark_learned(const PageView& page, const Verdicts& unlearned, const std::vector<bool>& known,
                  Verdicts& verdicts);

}  // namespace sitrep
