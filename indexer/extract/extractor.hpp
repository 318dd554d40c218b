// record -> page: the formats people keep articles in, one reader each. The table of pages is here:
// a new format is one row and one file. (The table of files with many articles:
// source/file_type.cpp.)
#pragma once

#include "base/result.hpp"
#include "model/article.hpp"
#include "model/record.hpp"

#include <optional>
#include <string_view>

namespace sitrep {

/// The format of the page that a file's name tells (`.gz` already taken off), if we read it: .txt
/// .md .markdown .html .htm .xhtml .pdf.
std::optional<Format> format_of(std::string_view file_name);

/// The same by a media type in lower case, without parameters.
std::optional<Format> format_of_media(std::string_view media_type);

/// What extract() does once a reader has made a page: refuses one with neither title nor text, and
/// looks for the dateline.
Result<ExtractedPage> finished(Result<ExtractedPage> page);

/// Metadata and blocks of a record, in reading order, nothing judged yet. Fails with BadInput when
/// there is neither title nor text. Any text is safe: depth, size and time are bounded.
Result<ExtractedPage> extract(const DecodedRecord& record);

}  // namespace sitrep
