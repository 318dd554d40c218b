// The blocks of a page as `--dump=blocks` prints them, for scripts/train_blocks: their words, the
// names of the elements around them, and the rows that the classifier reads.
#pragma once

#include "base/result.hpp"
#include "model/json_line.hpp"
#include "model/record.hpp"

#include <string>

namespace sitrep {

/// One line of JSON: path, columns, blocks (text, key, kind, holder, row), elements.
Result<std::string> blocks_json(RawRecord record, JsonLetters letters);

}  // namespace sitrep
