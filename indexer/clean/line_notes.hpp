// What an article says to the corpus: fingerprints of the lines it keeps, and keys of its story.
#pragma once

#include "indexer/clean/verdicts.hpp"
#include "model/furniture_lines.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// A block that has no fingerprint: dropped anyway, deep in running text, or of a length
/// that repeats honestly.
inline constexpr LineFingerprint kNoLine = ~LineFingerprint{0};

/// Where a line is furniture: in the outlet's articles when one is named, else in the folder's.
std::string line_scope(std::string_view outlet, std::string_view folder);

/// For each block the fingerprint of its line in `scope`, or kNoLine. `verdicts` are those of
/// cleaning that knows no other documents.
std::vector<LineFingerprint> line_fingerprints(const PageView& page, const Verdicts& verdicts,
                                               std::string_view scope);

/// LineNotes::story_keys of the blocks kept: of the running text, where there is any.
std::string story_keys(const PageView& page, const Verdicts& verdicts);

}  // namespace sitrep
