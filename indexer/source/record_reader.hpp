// file -> records: unpacks what is packed and cuts a file of many articles into records.
#pragma once

#include "indexer/source/file_type.hpp"
#include "indexer/source/reading.hpp"

#include <string_view>

namespace sitrep {

/// Hands what `source` holds to `reading`, whole where it is one article.
void read_records(const Origin& origin, const FileType& type, ByteSource& source, Reading& reading);

/// The same of a member of a container, by its name; a kind we do not read is skipped.
void read_member(const Origin& origin, std::string_view name, ByteSource& source, Reading& reading);

/// The whole of a file: read_records() with limits of its own.
void read_file_records(const std::string& path, const FileType& type, SeekableSource& file,
                       const ReadLimits& limits, RecordSink& sink);

}  // namespace sitrep
