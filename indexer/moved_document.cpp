#include "indexer/moved_document.hpp"

#include "indexer/clean/line_notes.hpp"
#include "indexer/corpus_of.hpp"
#include "indexer/record_keys.hpp"
#include "model/exact_values.hpp"
#include "model/stored_article.hpp"
#include "text/index_document_builder.hpp"

#include <string>
#include <utility>

namespace sitrep {
namespace {

/// The key that `unique` was made of: that of a record whose id or place is its file's only one, or
/// the second of them.
std::optional<std::string> key_of(const StoredArticle& stored, const std::string& unique) {
    RecordKeys keys;
    for (int times = 0; times < 2; ++times) {
        std::string key = keys.next(stored.article.header.id, stored.place, 0);
        if (unique_term(stored.file, key) == unique) return key;
    }
    return std::nullopt;
}

bool has_lines(const IndexDocument& document) {
    const auto line = document.terms.lower_bound(std::string(kLinePrefix));
    return line != document.terms.end() && line->first.starts_with(kLinePrefix);
}

void rename_term(IndexDocument& document, const std::string& from, const std::string& to) {
    const auto term = document.terms.find(from);
    if (term == document.terms.end()) return;
    TermEntry entry = std::move(term->second);
    document.terms.erase(term);
    document.terms.emplace(to, std::move(entry));
}

}  // namespace

std::optional<IndexDocument> moved_document(IndexDocument document, const FileKey& from,
                                            const FileKey& to) {
    Result<StoredArticle> stored = decode_stored_article(document.data);
    if (!stored || stored->file != from) return std::nullopt;
    const std::optional<std::string> key = key_of(*stored, document.unique_term);
    if (!key) return std::nullopt;
    const std::string& outlet = stored->article.header.outlet;
    const bool stays_in_scope = line_scope(outlet, corpus_of(from, nullptr).folder) ==
                                line_scope(outlet, corpus_of(to, nullptr).folder);
    if (!stays_in_scope && has_lines(document)) return std::nullopt;
    for (const std::string& term : place_terms(*stored)) document.terms.erase(term);
    stored->file = to;
    for (const std::string& term : place_terms(*stored)) document.terms.try_emplace(term);
    document.data = encode_stored_article(*stored);
    document.terms.erase(document.unique_term);
    rename_term(document, file_term(from), file_term(to));
    name_document(document, to, *key);
    return document;
}

Result<bool> can_move(const Contents& contents, const FileKey& from, const FileKey& to) {
    const auto documents = contents.documents_of(from);
    if (!documents) return documents.error();
    for (const std::uint32_t id : *documents) {
        Result<IndexDocument> document = contents.document(id);
        if (!document) return document.error();
        if (!moved_document(*std::move(document), from, to)) return false;
    }
    return true;
}

}  // namespace sitrep
