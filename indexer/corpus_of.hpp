// The corpus that a file belongs to, as cleaning asks for it.
#pragma once

#include "indexer/clean/cleaner.hpp"
#include "model/index_document.hpp"

namespace sitrep {

/// Lines of articles without an outlet count in the folder that the file lies in.
inline Corpus corpus_of(const FileKey& file, const FurnitureLines* lines) {
    const std::size_t end = file.path.rfind('/');
    return {file.root + "/" + file.path.substr(0, end == std::string::npos ? 0 : end), lines};
}

}  // namespace sitrep
