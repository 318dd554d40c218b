// The articles of a JSON file: one object, or the objects of an array.
#pragma once

#include "base/result.hpp"
#include "indexer/source/reading.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

struct JsonRecords {
    bool single = false;               ///< the whole text is one article
    std::vector<std::string> objects;  ///< otherwise: each as JSON text
    std::string title;                 ///< of the whole, as feeds have one
};

/// Fails with BadInput when `bytes` is not JSON, is nested too deep, or holds no object.
Result<JsonRecords> split_json(std::string_view bytes);

/// A ContainerReader: the object itself, or the objects of an array, numbered from 1. The array is
/// the whole text, or stands under one of the keys that exports and search interfaces use.
void read_json_records(const Origin& origin, ByteSource& source, Reading& reading);

}  // namespace sitrep
