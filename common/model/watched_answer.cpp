#include "model/watched_answer.hpp"

#include "base/hash.hpp"
#include "base/packed.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace sitrep {
namespace {

constexpr char kVersion = 1;
constexpr std::size_t kHashDigits = 32;

/// The article's strings in their stored order: one list for both directions.
template <class Article, class Visit>
void for_each_text(Article& article, Visit&& visit) {
    for (auto* text :
         {&article.unique_term, &article.content, &article.record, &article.learned, &article.id,
          &article.path, &article.file, &article.title, &article.outlet, &article.published}) {
        visit(*text);
    }
}

/// What the articles say.
std::set<std::string_view> contents_of(const WatchedAnswer& answer) {
    std::set<std::string_view> contents;
    for (const WatchedArticle& article : answer.articles) contents.insert(article.content);
    return contents;
}

}  // namespace

bool says_something_else(const WatchedArticle& before, const WatchedArticle& now) {
    return before.content != now.content &&
           (before.record != now.record || before.learned == now.learned);
}

AnswerChanges changes_between(const WatchedAnswer& before, const WatchedAnswer& now,
                              const std::function<bool(const WatchedArticle&)>& is_as_before) {
    AnswerChanges changes;
    std::size_t i = 0;
    std::size_t j = 0;
    const std::vector<WatchedArticle>& old = before.articles;
    const std::vector<WatchedArticle>& one = now.articles;
    while (i < old.size() || j < one.size()) {
        if (j == one.size() || (i < old.size() && old[i].unique_term < one[j].unique_term)) {
            if (!is_as_before(old[i])) changes.gone.push_back(i);
            ++i;
        } else if (i == old.size() || one[j].unique_term < old[i].unique_term) {
            changes.added.push_back(j++);
        } else {
            if (says_something_else(old[i], one[j])) changes.changed.push_back(j);
            ++i;
            ++j;
        }
    }
    const auto before_contents = contents_of(before);
    const auto now_contents = contents_of(now);
    std::erase_if(changes.added,
                  [&](std::size_t k) { return before_contents.contains(now.articles[k].content); });
    std::erase_if(changes.gone,
                  [&](std::size_t k) { return now_contents.contains(before.articles[k].content); });
    return changes;
}

std::string encode_watch(const Watch& watch) {
    Packer out(kVersion);
    out.text(watch.name);
    out.text(watch.question);
    out.number(watch.expand ? 1 : 0);
    out.number(watch.saved.size());
    for (const auto& [name, words] : watch.saved) {
        out.text(name);
        out.text(words);
    }
    out.texts(watch.databases);
    out.text(watch.answer.snapshot);
    out.text(watch.answer.meaning);
    out.number(watch.answer.articles.size());
    for (const WatchedArticle& article : watch.answer.articles)
        for_each_text(article, [&out](const std::string& text) { out.text(text); });
    std::string bytes = std::move(out).take();
    return bytes + hash_hex(bytes);
}

Result<Watch> decode_watch(std::string_view data) {
    const Error damaged{ErrorCode::Io, "is damaged"};
    if (data.size() < kHashDigits) return damaged;
    const std::string_view bytes = data.substr(0, data.size() - kHashDigits);
    if (hash_hex(bytes) != data.substr(bytes.size())) return damaged;
    Unpacker in(bytes, kVersion);
    Watch watch;
    watch.name = in.text();
    watch.question = in.text();
    watch.expand = in.number() == 1;
    for (std::uint64_t n = in.number(); n > 0 && in.ok(); --n) {
        std::string name = in.text();
        watch.saved[std::move(name)] = in.text();
    }
    watch.databases = in.texts();
    watch.answer.snapshot = in.text();
    watch.answer.meaning = in.text();
    for (std::uint64_t n = in.number(); n > 0 && in.ok(); --n) {
        WatchedArticle& article = watch.answer.articles.emplace_back();
        for_each_text(article, [&in](std::string& text) { text = in.text(); });
    }
    if (in.complete()) return watch;
    return damaged;
}

}  // namespace sitrep
