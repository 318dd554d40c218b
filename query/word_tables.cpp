#include "query/word_tables.hpp"

#include "base/file.hpp"
#include "query/message.hpp"
#include "settings/config_place.hpp"

#include <utility>

namespace sitrep {
namespace {

Result<void> add_file(Vocabulary& vocabulary, const std::string& path, bool is_own) {
    const Result<std::string> table = read_stream(path, kMaxVocabularyBytes);
    return table ? vocabulary.add(*table, path, is_own) : Result<void>(table.error());
}

/// What the user named, which must be there.
Result<std::string> named_vocabulary(const std::string& path) {
    const Result<FileInfo> info = file_info(path);
    if (!info) return info.error();
    if (info->kind != FileKind::Missing) return path;
    return Error{ErrorCode::Usage, "there is no file " + path,
                 "man sitrep-query says how it is written"};
}

/// Empty when the user has none.
Result<std::string> default_vocabulary() {
    Result<OptionalFile> file = optional_file("vocabulary.tsv");
    if (!file) return file.error();
    if (!file->warning.empty()) print_note(file->warning);
    return std::move(file->path);
}

Result<void> add_own(Vocabulary& vocabulary, const QueryOptions& options) {
    const Result<std::string> path =
        options.vocabulary.empty() ? default_vocabulary() : named_vocabulary(options.vocabulary);
    if (!path) return path.error();
    return path->empty() ? Result<void>() : add_file(vocabulary, *path, true);
}

}  // namespace

Result<WordTables> load_word_tables(const QueryOptions& options) {
    WordTables tables;
    Result<StopWords> stop_words = StopWords::load_shipped();
    if (!stop_words) return stop_words.error();
    tables.stop_words = *std::move(stop_words);
    tables.expand = options.expand;
    if (!options.expand && !options.acronyms) return tables;
    for (const std::string_view name : kVocabularyFiles) {
        const Result<std::string> path = shipped_file("vocabulary/" + std::string(name));
        if (!path) return path.error();
        if (Result<void> added = add_file(tables.vocabulary, *path, false); !added)
            return added.error();
    }
    if (Result<void> added = add_own(tables.vocabulary, options); !added) return added.error();
    return tables;
}

}  // namespace sitrep
