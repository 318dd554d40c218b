// The articles of a JSON file: one object, or the objects of an array.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

struct JsonRecords {
    bool single = false;               ///< the whole text is one article
    std::vector<std::string> objects;  ///< otherwise: each as JSON text
};

/// Fails with BadInput when `bytes` is not JSON, is nested too deep, or holds no object.
Result<JsonRecords> split_json(std::string_view bytes);

}  // namespace sitrep
