#include "store/unsettled.hpp"

#include "model/stored_article.hpp"
#include "store/document_seal.hpp"
#include "store/first_term.hpp"
#include "store/line_terms.hpp"

#include <algorithm>
#include <vector>

namespace sitrep {
namespace {

/// Ascending, distinct.
std::vector<Xapian::docid> unsettled_documents(const Xapian::Database& database,
                                               TouchedLines& touched, bool learns) {
    std::vector<Xapian::docid> found;
    for (const LineFingerprint line :
         touched.all() ? line_terms::candidates(database) : touched.lines()) {
        const bool furniture = learns && line_terms::is_furniture(database, line);
        line_terms::find_unsettled(database, line, furniture, found);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace

std::map<FileKey, UnsettledDocuments> find_unsettled(const Xapian::Database& database,
                                                     TouchedLines& touched, bool learns) {
    std::map<FileKey, UnsettledDocuments> files;
    for (const Xapian::docid id : unsettled_documents(database, touched, learns)) {
        const std::string unique = unique_term_of(database, id);
        const Result<StoredArticle> stored =
            decode_stored_article(seal::article_in(database.get_document(id).get_data()));
        if (!unique.empty() && stored) files[stored->file].emplace(unique, stored->place.text());
    }
    return files;
}

}  // namespace sitrep
