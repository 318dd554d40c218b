#include "store/article_lookup.hpp"

#include "model/stored_article.hpp"
#include "store/document_seal.hpp"
#include "store/file_catalog.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace sitrep {
namespace {

/// What stands behind the file's name in `id`, from a # on; nothing where `id` is not of this file.
std::optional<std::string> place_in(const std::string& name, std::string_view id) {
    if (name.empty() || !id.starts_with(name)) return std::nullopt;
    const std::string_view place = id.substr(name.size());
    if (!place.empty() && place.front() != '#') return std::nullopt;
    return std::string(place);
}

class Lookup {
  public:
    explicit Lookup(const Xapian::Database& database) : database_(database) {}

    void add_given(const FileKey& file, std::string_view id) {
        add_all(unique_term(file, "=" + std::string(id)));
    }
    /// The article there, which may have been given an id: then only the articles know.
    void add_placed(const FileKey& file, const std::string& place) {
        if (add_all(unique_term(file, place.empty() ? "#1" : place))) return;
        const std::string term = file_term(file);
        for (auto at = database_.postlist_begin(term); at != database_.postlist_end(term); ++at) {
            const std::string data = database_.get_document(*at).get_data();
            const auto stored = decode_stored_article(seal::article_in(data));
            if (stored && stored->place.text() == place) found_.push_back(*at);
        }
    }

    std::vector<Xapian::docid> found() && {
        std::sort(found_.begin(), found_.end());
        found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
        return std::move(found_);
    }

  private:
    bool add_all(const std::string& term) {
        const std::size_t before = found_.size();
        found_.insert(found_.end(), database_.postlist_begin(term), database_.postlist_end(term));
        return found_.size() > before;
    }

    const Xapian::Database& database_;
    std::vector<Xapian::docid> found_;
};

}  // namespace

std::vector<Xapian::docid> articles_called(const Xapian::Database& database, std::string_view id) {
    Lookup lookup(database);
    const FileCatalog catalog = FileCatalog::read(database);
    for (const FileCatalog::File& file : catalog.files()) {
        lookup.add_given(file.key, id);
        const std::string path = catalog.path_of(file.key);
        const std::string name =
            file.key.path.empty() ? path.substr(path.rfind('/') + 1) : file.key.path;
        for (const std::string& called : {name, path}) {
            if (const auto place = place_in(called, id)) lookup.add_placed(file.key, *place);
        }
    }
    return std::move(lookup).found();
}

}  // namespace sitrep
