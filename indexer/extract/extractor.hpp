// record -> page: the formats people keep articles in, one reader each. The format table is here: a
// new format is one row and one file.
#pragma once

#include "base/result.hpp"
#include "model/article.hpp"
#include "model/record.hpp"

#include <optional>
#include <string_view>

namespace sitrep {

/// The format that a file's name tells (`.gz` already taken off), if we read it: .txt .md .markdown
/// .html .htm .xhtml .json.
std::optional<Format> format_of(std::string_view file_name);

/// Metadata and blocks of a record, in reading order, nothing judged yet. Fails with BadInput when
/// there is neither title nor text. Any text is safe: depth, size and time are bounded.
Result<ExtractedPage> extract(const DecodedRecord& record);

}  // namespace sitrep
