#include "indexer/source/file_type.hpp"

#include "base/strings.hpp"
#include "indexer/extract/extractor.hpp"

namespace sitrep {

std::optional<FileType> file_type_of(std::string_view file_name) {
    constexpr std::string_view kGzip = ".gz";
    const std::string lower = ascii_lower(file_name);
    std::string_view name = lower;
    FileType type;
    if (name.ends_with(kGzip)) {
        type.gzipped = true;
        name.remove_suffix(kGzip.size());
    }
    if (name.ends_with(".jsonl") || name.ends_with(".ndjson")) {
        type.format = Format::Json;
        type.json_lines = true;
        return type;
    }
    const std::optional<Format> format = format_of(name);
    if (!format) return std::nullopt;
    type.format = *format;
    return type;
}

}  // namespace sitrep
