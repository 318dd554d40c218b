#include "model/article_json.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

namespace {

/// What a bulk request says was the date of an article published then.
std::string bulk_date(const std::string& published) {
    Article article;
    article.header.published = published;
    const std::string lines = article_bulk_lines(article, "f", "i", "key", JsonLetters::Utf8);
    const std::string key = "\"published\":";
    const std::size_t at = lines.find(key) + key.size();
    return lines.substr(at, lines.find(',', at) - at);
}

}  // namespace

TEST_CASE("article json: bytes that are no UTF-8 are replaced, and a terminal gets ASCII") {
    Article article;
    article.header.title = "Łódź\u202e";
    CHECK(article_json(article, "a\xff", "i").find("\"path\":\"a\uFFFD\"") != std::string::npos);
    const std::string ascii = article_json(article, "f", "i", JsonLetters::Ascii);
    CHECK(ascii.find("\\u0141\\u00f3d\\u017a\\u202e") != std::string::npos);
}

TEST_CASE("article json: a bulk request names the document before it") {
    const std::string lines = article_bulk_lines({}, "f", "i", "1f", JsonLetters::Utf8);
    CHECK(lines.starts_with("{\"index\":{\"_id\":\"1f\"}}\n{\"sitrep\":1,"));
}

TEST_CASE("article json: dates of a bulk request are those that its date fields take") {
    for (const char* date : {"2015-04-27", "2015-04-27T10:12", "2015-04-27T10:12:00",
                             "2015-04-27T10:12:00Z", "2015-04-27T10:12:00.123456789-04:00"}) {
        CAPTURE(date);
        CHECK(bulk_date(date) == "\"" + std::string(date) + "\"");
    }
    for (const char* date : {"2015-04-27T10:12:00 EST", "2015-04-27 10:12", "2015-04-27T1:12",
                             "2015-04-27T10:12:00.1234567891Z", "2015-04-27T10:12:00+0400"}) {
        CAPTURE(date);
        CHECK(bulk_date(date) == "\"2015-04-27\"");
    }
    CHECK(bulk_date("") == "null");
}
