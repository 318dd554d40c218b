// A collection copied as it is, article by article, into another that is divided otherwise.
#pragma once

#include "base/result.hpp"
#include "store/index_writer.hpp"
#include "store/long_task.hpp"

#include <string>

namespace sitrep {

/// Copies all that database folder `path` holds, which nobody may write meanwhile, into `writer`,
/// which is empty, and commits it. No file is read. False where `progress` ended it: then it is
/// half a copy. Errors are those of both databases.
Result<bool> copy_collection(const std::string& path, IndexWriter& writer,
                             const Progress& progress);

}  // namespace sitrep
