#include "indexer/source/record_reader.hpp"

#include "base/strings.hpp"
#include "indexer/source/gzip.hpp"
#include "indexer/source/json_records.hpp"

#include <algorithm>

namespace sitrep {
namespace {

void read_lines(const std::string& path, std::string_view bytes, RecordSink& sink) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
    std::uint64_t number = 0;
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        const std::string_view line = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        ++number;
        if (trimmed(line).empty()) continue;
        if (!sink.record({Origin{path, number}, Format::Json, std::string(line)})) return;
    }
}

void read_json(const std::string& path, std::string bytes, RecordSink& sink) {
    const Origin whole{path, std::nullopt};
    Result<JsonRecords> records = split_json(bytes);
    if (!records) return sink.failure(whole, records.error());
    if (records->single) {
        sink.record({whole, Format::Json, std::move(bytes)});
        return;
    }
    std::uint64_t number = 0;
    for (std::string& object : records->objects) {
        if (!sink.record({Origin{path, ++number}, Format::Json, std::move(object)})) return;
    }
}

}  // namespace

void read_records(const std::string& path, const FileType& type, std::string bytes,
                  std::uint64_t max_bytes, RecordSink& sink) {
    const Origin whole{path, std::nullopt};
    if (bytes.empty()) return sink.failure(whole, {ErrorCode::BadInput, "is empty"});
    if (type.gzipped) {
        Result<std::string> unpacked = gunzip(bytes, max_bytes);
        if (!unpacked) return sink.failure(whole, unpacked.error());
        bytes = *std::move(unpacked);
        if (bytes.empty()) return sink.failure(whole, {ErrorCode::BadInput, "is empty inside"});
    }
    if (type.json_lines) return read_lines(path, bytes, sink);
    if (type.format == Format::Json) return read_json(path, std::move(bytes), sink);
    sink.record({whole, type.format, std::move(bytes)});
}

}  // namespace sitrep
