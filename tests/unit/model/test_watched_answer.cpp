#include "model/watched_answer.hpp"

#include <doctest/doctest.h>

#include <set>
#include <utility>

using namespace sitrep;

namespace {

WatchedArticle article(const std::string& term, const std::string& content) {
    WatchedArticle article;
    article.unique_term = term;
    article.content = content;
    article.record = content;
    article.title = "Title of " + term;
    return article;
}

WatchedAnswer answer(std::vector<WatchedArticle> articles) {
    return {"a:1", "b", std::move(articles)};
}

using Indices = std::vector<std::size_t>;

AnswerChanges changes(const WatchedAnswer& before, const WatchedAnswer& now,
                      const std::set<std::string>& as_before = {}) {
    return changes_between(before, now, [&](const WatchedArticle& article) {
        return as_before.contains(article.unique_term);
    });
}

}  // namespace

TEST_CASE("changes: what came, what says something else, what went") {
    const WatchedAnswer before =
        answer({article("Q1", "a"), article("Q3", "c"), article("Q5", "e")});
    const WatchedAnswer now = answer({article("Q2", "b"), article("Q3", "C"), article("Q5", "e")});
    const AnswerChanges found = changes(before, now);
    CHECK(found.added == Indices{0});
    CHECK(found.changed == Indices{1});
    CHECK(found.gone == Indices{0});
    CHECK(changes(now, now).size() == 0);
}

TEST_CASE("changes: an article in another file is none, nor is a copy of one that is known") {
    const WatchedAnswer one = answer({article("Q1", "a")});
    const WatchedAnswer two = answer({article("Q2", "a"), article("Q3", "a")});
    CHECK(changes(one, answer({article("Q2", "a")})).size() == 0);
    CHECK(changes(one, two).size() == 0);
    CHECK(changes(two, one).size() == 0);
    CHECK(changes(answer({}), two).added == Indices{0, 1});
    CHECK(changes(two, answer({})).gone == Indices{0, 1});
}

TEST_CASE("changes: what the question has left behind is not gone") {
    CHECK(changes(answer({article("Q1", "a")}), answer({}), {"Q1"}).size() == 0);
    CHECK(changes(answer({article("Q1", "a")}), answer({})).gone == Indices{0});
}

TEST_CASE("changes: what was learned of furniture is none, what the article says is") {
    WatchedArticle before = article("Q1", "a");
    WatchedArticle now = before;
    now.content = "shorter";
    now.learned = "another line";
    CHECK_FALSE(says_something_else(before, now));
    now.record = "another headline";
    CHECK(says_something_else(before, now));
    now = before;
    now.content = "another word in a line too long to be noted";
    CHECK(says_something_else(before, now));
}

TEST_CASE("a kept watch is read as it was written") {
    const Watch watch{"ships",      "frigate -@lcs",
                      false,        {{"lcs", "x OR y"}},
                      {"/a", "/b"}, answer({article("Q1", "a")})};
    const Result<Watch> read = decode_watch(encode_watch(watch));
    REQUIRE(read);
    CHECK(*read == watch);
}

TEST_CASE("a kept watch that is cut or has a bit turned is refused") {
    const std::string bytes =
        encode_watch({"x", "y", true, {}, {"/a"}, answer({article("Q1", "a")})});
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        CHECK_FALSE(decode_watch(bytes.substr(0, i)));
        std::string turned = bytes;
        turned[i] = static_cast<char>(turned[i] ^ 1);
        CHECK_FALSE(decode_watch(turned));
    }
}
