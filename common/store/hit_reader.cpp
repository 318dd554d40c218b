#include "store/hit_reader.hpp"

#include "base/file.hpp"
#include "base/memory_bound.hpp"
#include "model/exact_values.hpp"
#include "model/url.hpp"
#include "store/document_seal.hpp"
#include "store/first_term.hpp"
#include "store/remote_database.hpp"
#include "text/language.hpp"

#include <iterator>
#include <new>
#include <optional>
#include <utility>

namespace sitrep {

FetchedHit fetched_hit(FoldedHit folded) {
    std::vector<ReadDocument>& documents = folded.documents;
    FetchedHit hit{std::move(documents.front()), folded.weight};
    hit.copies.assign(std::make_move_iterator(documents.begin() + 1),
                      std::make_move_iterator(documents.end()));
    hit.may_have_more_copies = folded.is_cut_short;
    return hit;
}

Result<StoredArticle> HitReader::stored(Xapian::docid id, std::string_view data) const {
    Result<StoredArticle> stored = decode_stored_article(seal::article_in(data));
    if (stored) return stored;
    return Error{stored.error().code, databases_.path_of(id) + ": " + stored.error().message,
                 stored.error().hint};
}

std::string HitReader::file_there(Xapian::docid id, const StoredArticle& stored) const {
    return joined_path(databases_.root_of(id, stored.file.root), stored.file.path);
}

std::string HitReader::file_of(Xapian::docid id, const StoredArticle& stored) const {
    return databases_.server_of(id).empty() ? file_there(id, stored) : std::string();
}

std::string HitReader::path_of(Xapian::docid id, const StoredArticle& stored) const {
    return Origin{file_there(id, stored), stored.place}.text();
}

std::string HitReader::shown_id(const StoredArticle& stored, const std::string& path) {
    if (!stored.article.header.id.empty()) return stored.article.header.id;
    if (stored.file.path.empty()) return path.substr(path.rfind('/') + 1);
    return Origin{stored.file.path, stored.place}.text();
}

Result<FoundArticle> HitReader::found(Xapian::docid id, std::string_view data,
                                      std::string unique_term) const {
    Result<StoredArticle> article = stored(id, data);
    if (!article) return article.error();
    std::string path = path_of(id, *article);
    std::string shown = shown_id(*article, path);
    return FoundArticle{std::move(shown), std::move(path), file_of(id, *article),
                        std::move(unique_term), std::move(article->article)};
}

Result<std::vector<NamedDocument>> HitReader::find(std::string_view name) const {
    Result<std::vector<NamedDocument>> named = find_as_shown(name);
    const std::string path = absolute_path(std::string(name));
    return named && named->empty() && path != name ? find_as_shown(path) : std::move(named);
}

Result<std::vector<NamedDocument>> HitReader::find_as_shown(std::string_view name) const {
    const Xapian::Database& database = databases_.all();
    std::vector<NamedDocument> named;
    for (const Xapian::docid id : databases_.documents_named(name)) {
        Result<FoundArticle> article =
            found(id, database.get_document(id).get_data(), unique_term_of(database, id));
        if (!article) return article.error();
        const std::string& url = article->article.header.url;
        const bool is_called = article->id == name || article->path == name ||
                               (is_url(name) && is_same_address(url, name));
        if (!is_called) continue;
        named.push_back({id, *std::move(article)});
    }
    return named;
}

Result<std::vector<FoundArticle>> HitReader::of_hit(const Hit& hit) const {
    const Xapian::Database& database = databases_.all();
    std::vector<FoundArticle> articles;
    if (hit.unique_term.empty()) return articles;  // to Xapian it would be every article
    for (auto at = database.postlist_begin(hit.unique_term);
         at != database.postlist_end(hit.unique_term); ++at) {
        Result<FoundArticle> article =
            found(*at, database.get_document(*at).get_data(), hit.unique_term);
        if (!article) return article.error();
        if (article->path == hit.path) articles.push_back(*std::move(article));
    }
    return articles;
}

Result<Hit> HitReader::hit(const FetchedHit& fetched, const Highlighter& highlighter,
                           const SearchOptions& options) const {
    const Xapian::docid id = fetched.document.id;
    Result<StoredArticle> article = stored(id, fetched.document.data);
    if (!article) return article.error();
    Hit hit;
    hit.score = fetched.weight;
    hit.unique_term = fetched.document.unique_term;
    hit.path = path_of(id, *article);
    hit.file = file_of(id, *article);
    hit.server = databases_.server_of(id);
    hit.id = shown_id(*article, hit.path);
    for (const ReadDocument& document : fetched.copies) {
        const Result<StoredArticle> copy = stored(document.id, document.data);
        if (!copy) return copy.error();
        const ArticleHeader& header = copy->article.header;
        std::string copy_path = path_of(document.id, *copy);
        hit.copies.push_back(
            {shown_id(*copy, copy_path), std::move(copy_path), header.outlet, header.published});
    }
    hit.may_have_more_copies = fetched.may_have_more_copies;
    if (options.snippets) {
        hit.snippet = highlighter.snippet(article->article);
        hit.title_highlights = highlighter.highlights(article->article.header.title,
                                                      stemming_language(article->article));
    }
    hit.header = std::move(article->article.header);
    return hit;
}

Result<Hit> HitReader::bounded_hit(const FetchedHit& fetched, const Highlighter& highlighter,
                                   const SearchOptions& options) const {
    try {
        return hit(fetched, highlighter, options);
    } catch (const std::bad_alloc& failure) {
        const std::string server = databases_.server_of(fetched.document.id);
        if (server.empty()) throw;
        return remote_error(failure, server);
    }
}

Result<std::vector<Hit>> HitReader::hits(const std::vector<FetchedHit>& fetched,
                                         const Highlighter& highlighter,
                                         const SearchOptions& options) const {
    // A few bytes of a server's become many here, as where it is asked.
    std::optional<MemoryBound> bound;
    if (databases_.is_remote()) bound.emplace(ServerBounds::kMostBytes);
    std::vector<Hit> hits;
    for (const FetchedHit& item : fetched) {
        Result<Hit> one = bounded_hit(item, highlighter, options);
        if (!one) return one.error();
        one->rank = options.offset + hits.size() + 1;
        hits.push_back(*std::move(one));
    }
    return hits;
}

}  // namespace sitrep
