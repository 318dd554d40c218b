// Small articles for the tests of the store.
#pragma once

#include "store/index_writer.hpp"
#include "text/index_document_builder.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace sitrep::test {

inline StoredArticle article(const FileKey& file, const std::string& title, const std::string& text,
                             const std::string& published = "") {
    StoredArticle stored;
    stored.file = file;
    stored.article.header.title = title;
    stored.article.header.published = published;
    stored.article.sections = {{"", {text}}};
    return stored;
}

/// One file of one article, put into the database and its state noted.
inline Result<void> put(IndexWriter& writer, const StoredArticle& stored, bool known = false,
                        std::string_view record_key = "#1") {
    Analyzer analyzer = *Analyzer::create(writer.analyzer_config());
    writer.begin_file(stored.file, known);
    Result<void> added =
        writer.add(build_index_document(stored, record_key, analyzer), stored.file.path);
    if (!added) return added;
    return writer.end_file({stored.file.path, {1, 2, 3}, "hash", 1, 0, {}});
}

/// Progress of a long task that nobody stops.
inline bool go_on(std::string_view /*what*/, std::uint64_t /*done*/, std::uint64_t /*total*/) {
    return true;
}

}  // namespace sitrep::test
