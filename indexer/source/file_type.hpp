// What a file's name says of what is in it.
#pragma once

#include "model/record.hpp"

#include <optional>
#include <string_view>

namespace sitrep {

struct FileType {
    Format format = Format::Text;
    bool json_lines = false;  ///< an article a line
    bool gzipped = false;
    friend bool operator==(const FileType&, const FileType&) = default;
};

/// None for a kind we do not read. Case does not matter: `REPORT.HTM.GZ` is HTML.
std::optional<FileType> file_type_of(std::string_view file_name);

}  // namespace sitrep
