#include "store/article_lookup.hpp"

#include "model/exact_values.hpp"
#include "model/index_document.hpp"

#include <set>

namespace sitrep {
namespace {

using Documents = std::set<Xapian::docid>;

void add_documents(const Xapian::Database& database, const std::string& term, Documents& out) {
    for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at)
        out.insert(*at);
}

/// `name`, and its beginnings before each `#`: what follows may be a record.
std::vector<std::string> paths_in(std::string_view name) {
    std::vector<std::string> paths{std::string(name)};
    for (std::size_t at = name.rfind('#'); at != std::string_view::npos && at > 0;
         at = name.rfind('#', at - 1))
        paths.emplace_back(name.substr(0, at));
    return paths;
}

void add_files(const Xapian::Database& database, const std::map<std::string, std::string>& roots,
               std::string_view name, Documents& out) {
    for (const std::string& path : paths_in(name)) {
        for (const auto& [id, folder] : roots) {
            add_documents(database, file_term({id, path}), out);
            if (path == folder || path == folder.substr(folder.rfind('/') + 1))
                add_documents(database, file_term({id, ""}), out);
            const std::string inside = folder.ends_with('/') ? folder : folder + "/";
            if (path.starts_with(inside))
                add_documents(database, file_term({id, path.substr(inside.size())}), out);
        }
    }
}

}  // namespace

std::vector<Xapian::docid> documents_named(const Xapian::Database& database,
                                           const std::map<std::string, std::string>& roots,
                                           std::string_view name) {
    Documents documents;
    add_files(database, roots, name, documents);
    add_documents(database, exact_term(Field::Id, name), documents);
    return {documents.begin(), documents.end()};
}

}  // namespace sitrep
