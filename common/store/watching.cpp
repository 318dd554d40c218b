#include "store/watching.hpp"

#include "base/hash.hpp"
#include "store/all_matches.hpp"
#include "store/query_compiler.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

namespace sitrep {
namespace {

/// Adds the terms from `term` on that begin with `prefix`, and leaves it behind them.
void add_terms(Xapian::TermIterator& term, const Xapian::TermIterator& end, std::string_view prefix,
               Hasher& hash) {
    for (term.skip_to(std::string(prefix)); term != end && (*term).starts_with(prefix); ++term)
        hash.add(*term);
}

/// Of the articles at `indices` the latest first; of one day by their paths.
void put_latest_first(const std::vector<WatchedArticle>& articles,
                      std::vector<std::size_t>& indices) {
    std::sort(indices.begin(), indices.end(), [&](std::size_t a, std::size_t b) {
        const auto& [one, other] = std::tie(articles[a], articles[b]);
        return one.published != other.published ? one.published > other.published
                                                : one.path < other.path;
    });
}

/// Leaves `room` of the changes at most; what is cut stays as it was in `known`: it is told next
/// time.
void cut_to(std::uint64_t room, const WatchedAnswer& before, AnswerChanges& changes,
            WatchedAnswer& known) {
    if (changes.size() <= room) return;
    const auto keep = [&room](std::vector<std::size_t>& list) {
        const std::size_t kept = std::min<std::uint64_t>(list.size(), room);
        std::vector<std::size_t> cut(list.begin() + static_cast<std::ptrdiff_t>(kept), list.end());
        list.resize(kept);
        room -= kept;
        return cut;
    };
    std::vector<std::size_t> untold = keep(changes.added);
    std::vector<WatchedArticle> as_before;
    const auto of = [](const std::vector<WatchedArticle>& articles, const std::string& term) {
        return std::lower_bound(articles.begin(), articles.end(), term,
                                [](const WatchedArticle& one, const std::string& name) {
                                    return one.unique_term < name;
                                });
    };
    for (const std::size_t i : keep(changes.changed)) {
        as_before.push_back(*of(before.articles, known.articles[i].unique_term));
        untold.push_back(i);
    }
    for (const std::size_t i : keep(changes.gone)) as_before.push_back(before.articles[i]);
    std::sort(untold.begin(), untold.end());
    std::vector<WatchedArticle> articles;
    for (std::size_t i = 0; i < known.articles.size(); ++i) {
        if (!std::binary_search(untold.begin(), untold.end(), i))
            articles.push_back(std::move(known.articles[i]));
    }
    articles.insert(articles.end(), as_before.begin(), as_before.end());
    std::sort(articles.begin(), articles.end(),
              [](const auto& a, const auto& b) { return a.unique_term < b.unique_term; });
    known.articles = std::move(articles);
    known.snapshot.clear();
}

}  // namespace

Result<WatchedArticle> Watcher::article(Xapian::docid id, std::string unique_term) const {
    const Xapian::Database& database = databases_.all();
    Result<StoredArticle> stored = articles_.stored(id, database.get_document(id).get_data());
    if (!stored) return stored.error();
    WatchedArticle watched;
    watched.unique_term = std::move(unique_term);
    watched.path = articles_.path_of(id, *stored);
    watched.file = articles_.file_of(id, *stored);
    watched.id = HitReader::shown_id(*stored, watched.path);
    stored->file = {};
    stored->place = {};
    watched.content = hash_hex(encode_stored_article(*stored));
    ArticleHeader& header = stored->article.header;
    watched.title = header.title;
    watched.outlet = header.outlet;
    watched.published = header.published;
    stored->article.sections.clear();
    Hasher record;
    record.add(encode_stored_article(*stored));
    Hasher learned;
    auto term = database.termlist_begin(id);
    const auto end = database.termlist_end(id);
    static_assert(kLearnedPrefix < kLinePrefix);
    add_terms(term, end, kLearnedPrefix, learned);
    add_terms(term, end, kLinePrefix, record);
    watched.record = record.hex();
    watched.learned = learned.hex();
    return watched;
}

Result<Watcher::Present> Watcher::present(const Xapian::Query& query, std::string meaning) const {
    const Xapian::Database& database = databases_.all();
    std::vector<std::pair<WatchedArticle, Xapian::docid>> found;
    std::optional<Error> trouble;
    const Xapian::MSet matches = all_matches(database, query);
    databases_.expect(matches.size());
    each_match(matches, [&](Xapian::docid id, const std::string& order) {
        if (trouble) return;
        Result<WatchedArticle> one = article(id, unique_term_in(order));
        if (one) {
            found.emplace_back(*std::move(one), id);
        } else {
            trouble = one.error();
        }
    });
    if (trouble) return *std::move(trouble);
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return a.first.unique_term < b.first.unique_term;
    });
    Present present;
    present.answer.snapshot = databases_.snapshot();
    present.answer.meaning = std::move(meaning);
    for (auto& [one, id] : found) {
        present.answer.articles.push_back(std::move(one));
        present.ids.push_back(id);
    }
    return present;
}

bool Watcher::is_as_before(const WatchedArticle& before) const {
    const Xapian::Database& database = databases_.all();
    const auto posting = database.postlist_begin(before.unique_term);
    if (posting == database.postlist_end(before.unique_term)) return false;
    const Result<WatchedArticle> now = article(*posting, before.unique_term);
    return now && !says_something_else(before, *now);
}

std::vector<FetchedHit> Watcher::fetched(const std::vector<Xapian::docid>& ids) const {
    std::vector<FetchedHit> hits;
    hits.reserve(ids.size());
    for (const Xapian::docid id : ids) hits.push_back({read_document(databases_.all(), id), 0});
    return hits;
}

Result<WatchedAnswer> Watcher::answer(const Query& query) const {
    const Xapian::Query strict = compile(query, databases_.all()).strict.asked;
    Result<Present> now = present(strict, hash_hex(strict.get_description()));
    if (!now) return now.error();
    return std::move(now->answer);
}

Result<FetchedNews> Watcher::news(const Query& query, const WatchedAnswer& known,
                                  const SearchOptions& options, Analyzer& analyzer) const {
    const Xapian::Query strict = compile(query, databases_.all()).strict.asked;
    std::string meaning = hash_hex(strict.get_description());
    FetchedNews news;
    const std::string snapshot = databases_.snapshot();
    if (!snapshot.empty() && known.snapshot == snapshot && known.meaning == meaning) {
        news.answer = known;
        return news;
    }
    Result<Present> now = present(strict, std::move(meaning));
    if (!now) return now.error();
    databases_.expect(known.articles.size());
    AnswerChanges changes = changes_between(
        known, now->answer, [this](const WatchedArticle& before) { return is_as_before(before); });
    news.total = changes.size();
    put_latest_first(now->answer.articles, changes.added);
    put_latest_first(now->answer.articles, changes.changed);
    put_latest_first(known.articles, changes.gone);
    news.answer = std::move(now->answer);
    cut_to(options.limit, known, changes, news.answer);
    news.told = changes.size();
    const auto documents = [&](const std::vector<std::size_t>& indices) {
        std::vector<Xapian::docid> ids;
        ids.reserve(indices.size());
        for (const std::size_t i : indices) ids.push_back(now->ids[i]);
        return ids;
    };
    if (options.fold_copies) {
        for (FoldedHit& hit : fold(databases_.all(), documents(changes.added), analyzer))
            news.added.push_back(fetched_hit(std::move(hit)));
    } else {
        news.added = fetched(documents(changes.added));
    }
    news.changed = fetched(documents(changes.changed));
    for (const std::size_t i : changes.gone) news.gone.push_back(known.articles[i]);
    return news;
}

}  // namespace sitrep
