// The documents of a file that moved: the same articles in another place.
#pragma once

#include "base/result.hpp"
#include "model/index_document.hpp"
#include "store/contents.hpp"

#include <optional>

namespace sitrep {

/// `document`, of file `from`, as it is when that file is `to`: with other names, and all else as
/// it was. Nothing where the document does not tell what it was called, as one of several records
/// with one id, or where its article would be another in the other place: lines of an article
/// without an outlet count in its folder.
std::optional<IndexDocument> moved_document(IndexDocument document, const FileKey& from,
                                            const FileKey& to);

/// Whether all documents of the file can move so. An error is one of the database.
Result<bool> can_move(const Contents& contents, const FileKey& from, const FileKey& to);

}  // namespace sitrep
