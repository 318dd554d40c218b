// file -> records: unpacks what is packed and cuts a file of many articles into records.
#pragma once

#include "base/result.hpp"
#include "indexer/source/file_type.hpp"
#include "model/record.hpp"

#include <cstdint>
#include <string>

namespace sitrep {

/// Takes what a file holds, in order.
class RecordSink {
  public:
    virtual ~RecordSink() = default;
    /// Returns false to be given no more.
    virtual bool record(RawRecord record) = 0;
    /// A record that could not even be cut out.
    virtual void failure(const Origin& origin, const Error& error) = 0;
};

/// Hands the records of a file to `sink`. `bytes` is the whole file; unpacked it may have at most
/// `max_bytes`. JSON Lines: a record a line, numbered as an editor numbers lines, blank ones left
/// out. JSON: the object itself, or the objects of an array (the whole text, or the value of a key
/// `articles`, `items`, `entries`, `data` or `results`), numbered from 1.
void read_records(const std::string& path, const FileType& type, std::string bytes,
                  std::uint64_t max_bytes, RecordSink& sink);

}  // namespace sitrep
