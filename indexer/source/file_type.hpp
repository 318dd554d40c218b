// What a file's name, or its declared media type, says of what is in it. The table of containers is
// here, that of pages in extract/extractor.hpp: a new kind is one row in one of them, and one file.
#pragma once

#include "indexer/source/reading.hpp"
#include "model/record.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace sitrep {

enum class Packing { Gzip, Zstd, Xz, Bzip2 };

/// Hands the records of a container, unpacked in `source`, to `reading`, and asks after each
/// whether to go on. Whatever cannot be used is told with its origin. Any bytes are safe.
using ContainerReader = void (*)(const Origin& origin, ByteSource& source, Reading& reading);

struct FileType {
    std::vector<Packing> packed = {};     ///< the outermost first
    ContainerReader container = nullptr;  ///< null: one page, in `format`
    bool nests = false;                   ///< the container may hold containers
    Format format = Format::Text;
    std::string filtered = {};  ///< the ending, where --filter reads it
    friend bool operator==(const FileType&, const FileType&) = default;
};

/// None for a kind we do not read. Case does not matter: `REPORT.HTM.GZ` is HTML, `.tgz` a tar.
/// `filtered` are endings (".docx") that --filter reads: they come before the tables.
std::optional<FileType> file_type_of(std::string_view file_name,
                                     const std::vector<std::string>& filtered = {});

/// Of a media type such as `text/html; charset=utf-8`; parameters and case do not matter.
std::optional<FileType> file_type_of_media(std::string_view media_type);

}  // namespace sitrep
