#include "store/article_lookup.hpp"

#include "model/exact_values.hpp"
#include "model/index_document.hpp"
#include "model/url.hpp"

#include <set>

namespace sitrep {
namespace {

using Documents = std::set<Xapian::docid>;

void add_documents(const Xapian::Database& database, const std::string& term, Documents& out) {
    for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at)
        out.insert(*at);
}

bool is_in(const Xapian::Database& database, const std::string& term) {
    return database.postlist_begin(term) != database.postlist_end(term);
}

using Roots = std::map<std::string, std::string>;

/// The files that `path` may be.
std::vector<FileKey> files_at(const Roots& roots, const std::string& path) {
    std::vector<FileKey> files;
    for (const auto& [id, folder] : roots) {
        files.push_back({id, path});
        if (path == folder || path == folder.substr(folder.rfind('/') + 1))
            files.push_back({id, ""});
        const std::string inside = folder.ends_with('/') ? folder : folder + "/";
        if (path.starts_with(inside)) files.push_back({id, path.substr(inside.size())});
    }
    return files;
}

/// The record of a file that stands at `place` and has no id; false where it is not the only one,
/// which the second of them would tell: see indexer/record_keys.
bool add_record(const Xapian::Database& database, const FileKey& file, const std::string& place,
                Documents& out) {
    const std::string term = unique_term(file, place);
    if (!is_in(database, term)) return false;
    if (is_in(database, unique_term(file, "~" + place + place))) return false;
    add_documents(database, term, out);
    return true;
}

/// What follows a `#` in `name` may be a record. A record that cannot be asked for by itself is one
/// of all that its file has.
void add_files(const Xapian::Database& database, const Roots& roots, std::string_view name,
               Documents& out) {
    const auto add_all = [&](const std::vector<FileKey>& files) {
        for (const FileKey& file : files) add_documents(database, file_term(file), out);
    };
    add_all(files_at(roots, std::string(name)));
    for (std::size_t at = name.rfind('#'); at != std::string_view::npos && at > 0;
         at = name.rfind('#', at - 1)) {
        const std::vector<FileKey> files = files_at(roots, std::string(name.substr(0, at)));
        const std::string place(name.substr(at));
        bool is_found = false;
        for (const FileKey& file : files)
            is_found = add_record(database, file, place, out) || is_found;
        if (!is_found) add_all(files);
    }
}

}  // namespace

std::vector<Xapian::docid> documents_named(const Xapian::Database& database, const Roots& roots,
                                           std::string_view name) {
    Documents documents;
    add_files(database, roots, name, documents);
    add_documents(database, exact_term(Field::Id, name), documents);
    if (is_url(name)) add_documents(database, exact_term(Field::Url, name), documents);
    return {documents.begin(), documents.end()};
}

}  // namespace sitrep
