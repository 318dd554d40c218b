#include "model/stored_article.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

namespace {

StoredArticle example() {
    StoredArticle stored;
    stored.file = {"root", "feeds/a.jsonl"};
    stored.place = {"news.tar#a.jsonl", 300};
    stored.article.header = {
        "id7",   "Title",  "Deck",  {"Jane Doe", "A. N. Other"}, "2015-04-27", "json",
        "TOKYO", "Outlet", "cyber", "https://example.org/a",     "en"};
    stored.article.sections = {{"", {"Lead."}}, {"Space", {std::string(500, 'x'), ""}}};
    return stored;
}

}  // namespace

TEST_CASE("stored article: comes back as it was stored") {
    const Result<StoredArticle> read = decode_stored_article(encode_stored_article(example()));
    REQUIRE(read);
    CHECK(*read == example());
    StoredArticle empty;
    CHECK(*decode_stored_article(encode_stored_article(empty)) == empty);
}

TEST_CASE("stored article: cut or changed bytes never read as an article of another length") {
    const std::string good = encode_stored_article(example());
    for (std::size_t size = 0; size < good.size(); ++size) {
        CHECK_FALSE(decode_stored_article(std::string_view(good).substr(0, size)));
    }
    std::string other_version = good;
    other_version[0] = 9;
    CHECK_FALSE(decode_stored_article(other_version));
    CHECK(decode_stored_article(other_version).error().code == ErrorCode::Database);
}
