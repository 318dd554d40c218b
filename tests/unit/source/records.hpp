// What a reader hands on, as lines that tests can compare.
#pragma once

#include "indexer/source/record_reader.hpp"

#include <string>
#include <vector>

namespace sitrep::test {

using Lines = std::vector<std::string>;

/// `ORIGIN=BYTES`, `ORIGIN!MESSAGE` of what failed, `ORIGIN~REASON` of what was skipped.
class Collected : public RecordSink {
  public:
    Lines lines;
    std::vector<RawRecord> records;
    std::size_t stop_after = 1000;

    bool record(RawRecord record) override {
        lines.push_back(record.origin.text() + "=" + record.bytes);
        records.push_back(std::move(record));
        return records.size() < stop_after;
    }
    void failure(const Origin& origin, const Error& error) override {
        lines.push_back(origin.text() + "!" + error.message);
    }
    void skipped(const Origin& origin, std::string_view reason) override {
        lines.push_back(origin.text() + "~" + std::string(reason));
    }
};

/// What is in a file of that name.
inline Collected read(const char* name, std::string_view bytes,
                      const ReadLimits& limits = {1U << 20U}, std::size_t stop_after = 1000) {
    Collected sink;
    sink.stop_after = stop_after;
    MemorySource file(bytes);
    read_file_records(name, *file_type_of(name), file, limits, sink);
    return sink;
}

}  // namespace sitrep::test
