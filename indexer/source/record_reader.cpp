#include "indexer/source/record_reader.hpp"

#include "indexer/source/unpacked.hpp"

#include <fmt/format.h>

#include <memory>
#include <utility>
#include <vector>

namespace sitrep {
namespace {

void read_page(const Origin& origin, const FileType& type, ByteSource& source, Reading& reading) {
    const std::uint64_t limit = reading.limits().record_bytes;
    Result<std::string> bytes = read_whole(source, limit);
    if (!bytes) {
        Error error = bytes.error();
        if (error.code == ErrorCode::TooLarge && !type.packed.empty())
            error.message = fmt::format("unpacks to more than the limit of {} bytes", limit);
        return reading.failure(origin, error);
    }
    if (bytes->empty()) return reading.failure(origin, {ErrorCode::BadInput, "is empty"});
    RawRecord record{origin, type.format, *std::move(bytes)};
    record.ending = type.filtered;
    reading.record(std::move(record));
}

}  // namespace

void read_records(const Origin& origin, const FileType& type, ByteSource& source,
                  Reading& reading) {
    std::vector<std::unique_ptr<ByteSource>> layers;
    ByteSource* inner = &source;
    for (const Packing packing : type.packed) {
        layers.push_back(unpacked(packing, *inner, reading));
        inner = layers.back().get();
    }
    if (type.container == nullptr) return read_page(origin, type, *inner, reading);
    if (!type.nests) return type.container(origin, *inner, reading);
    const Reading::Level level(reading);
    if (level.too_deep()) {
        return reading.failure(
            origin, {ErrorCode::BadInput,
                     fmt::format("stands in more than {} archives", reading.limits().depth)});
    }
    type.container(origin, *inner, reading);
}

void read_member(const Origin& origin, std::string_view name, ByteSource& source,
                 Reading& reading) {
    const std::optional<FileType> type = file_type_of(name, reading.limits().filtered);
    if (!type) return reading.skipped(origin, kUnreadKind);
    read_records(origin, *type, source, reading);
}

void read_file_records(const std::string& path, const FileType& type, SeekableSource& file,
                       const ReadLimits& limits, RecordSink& sink) {
    Reading reading(file, limits, sink);
    read_records({path}, type, file, reading);
}

}  // namespace sitrep
