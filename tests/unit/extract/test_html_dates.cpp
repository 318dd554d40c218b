#include "page_of.hpp"

#include <cstdlib>

using namespace sitrep;
using sitrep::test::page_of;

namespace {

ArticleHeader header_of(std::string_view head, std::string_view body) {
    return page_of(Format::Html, "<html lang=en-US><head>" + std::string(head) + "</head><body>" +
                                     "<h1>Fleet tests its radar</h1>" + std::string(body))
        .header;
}

std::string published_of(std::string_view head, std::string_view body) {
    return header_of(head, body).published;
}

std::string json_ld(std::string_view json) {
    return "<script type='application/ld+json'>" + std::string(json) + "</script>";
}

}  // namespace

TEST_CASE("html dates: an address tells the day in figures or by the month's name") {
    const auto of = [](std::string_view url) {
        return published_of("<link rel=canonical href='https://a.example" + std::string(url) + "'>",
                            "");
    };
    CHECK(of("/2019/03/04/radar") == "2019-03-04");
    CHECK(of("/2019/mar/04/radar") == "2019-03-04");
    CHECK(of("/news/2019-03-04-radar") == "2019-03-04");
    CHECK(of("/news/20190304-radar") == "2019-03-04");
    CHECK(of("/2019/03/radar").empty());
    CHECK(of("/2019/13/04/radar").empty());
    CHECK(of("/123456789/radar").empty());
}

TEST_CASE("html dates: published and modified are kept apart") {
    const ArticleHeader header = header_of(
        json_ld(
            R"({"@type":"NewsArticle","datePublished":"2019-03-04T10:00:00-05:00","dateModified":"2020-01-02"})"),
        "<p>Updated January 2, 2020</p>");
    CHECK(header.published == "2019-03-04T10:00:00-05:00");
    CHECK(header.published_from == "json-ld");
    CHECK(header.modified == "2020-01-02");
}

TEST_CASE("html dates: a day printed earlier than the page's data goes first") {
    const std::string ld = json_ld(R"({"@type":"Article","datePublished":"2024-08-21"})");
    CHECK(published_of(ld, "<p>April 26, 2023</p>") == "2023-04-26");
    CHECK(published_of(ld, "<p>August 20, 2024</p>") == "2024-08-21");  // the time zone's
    CHECK(published_of(ld, "<p>August 30, 2024</p>") == "2024-08-21");
    CHECK(published_of(json_ld(R"({"@type":"Article","datePublished":"2024-08-09"})"),
                       "<p>8 September 2024</p>") == "2024-08-09");
}

TEST_CASE("html dates: a picture's day is the picture's, and one in other words the story's") {
    const std::string ld = json_ld(R"({"@type":"Article","datePublished":"2024-03-04"})");
    const std::string_view caption =
        "<figure><figcaption>The carrier leaves port, June 4, 2021. (Navy)</figcaption></figure>";
    CHECK(published_of(ld, caption) == "2024-03-04");
    CHECK(published_of("", caption).empty());
    CHECK(published_of("", "<div class=wp-caption>In port, June 4, 2021</div>").empty());
    CHECK(published_of(ld, "<p class=dek>A series on the June 4, 2021 fire</p>") == "2024-03-04");
    CHECK(published_of(ld, "<h2>Licensed on June 4, 2021 to all</h2>") == "2024-03-04");
    CHECK(published_of(ld, "<p>Posted on June 4, 2021 by Ada Long</p>") == "2021-06-04");
    CHECK(published_of(ld, "<p>By Ada Long | June 4, 2021</p>") == "2021-06-04");
}

TEST_CASE("html dates: labels are read, in the same piece or before it") {
    CHECK(
        published_of("", "<span>Updated: May 4, 2015</span><span>Published: May 3, 2015</span>") ==
        "2015-05-03");
    CHECK(
        published_of("", "<b>Published</b> <i>May 3, 2015</i> <b>Updated</b> <i>May 4, 2015</i>") ==
        "2015-05-03");
    CHECK(published_of("",
                       "<p>Publié le 13 décembre 2023 à 09h15, mis à jour le 14 décembre "
                       "2023</p>") == "2023-12-13");
    CHECK(header_of("", "<p>Last updated May 4, 2015</p>").modified == "2015-05-04");
    CHECK(published_of("", "<p>Last updated May 4, 2015</p>") == "2015-05-04");
}

TEST_CASE("html dates: figures are read in the page's order") {
    const auto with_lang = [](std::string_view lang, std::string_view body) {
        return page_of(Format::Html, "<html lang=" + std::string(lang) +
                                         "><body><h1>Fleet tests its radar</h1>" +
                                         std::string(body))
            .header.published;
    };
    const std::string_view day = "<span class=date>03/10/2023</span>";
    CHECK(with_lang("en-US", day) == "2023-03-10");
    CHECK(with_lang("en-GB", day) == "2023-10-03");
    CHECK(with_lang("de", day) == "2023-10-03");
    CHECK(with_lang("en", "<span class=date>03/10/2023</span><p>Text.</p><i>25/12/2022</i>") ==
          "2023-10-03");
    CHECK(with_lang("en", "<span class=date>3.10.2023</span>") == "2023-10-03");
}

TEST_CASE("html dates: figures with points have the month first where American forces print them") {
    const auto of = [](std::string_view host, std::string_view body) {
        return published_of("<link rel=canonical href='https://" + std::string(host) + "/news/1'>",
                            body);
    };
    const std::string_view day = "<div class=date>02.06.2024</div>";
    CHECK(of("www.dvidshub.net", day) == "2024-02-06");
    CHECK(of("www.navy.mil", day) == "2024-02-06");
    CHECK(of("wire.example", day) == "2024-06-02");
    CHECK(of("wire.example", "<div class=date>02.06.2024</div><p>Photo</p><i>02.26.2024</i>") ==
          "2024-02-06");
    CHECK(of("wire.example", "<div class=date>02/06/2024</div><i>Runs on 1.26.24 and later</i>") ==
          "2024-02-06");
}

TEST_CASE("html dates: other languages' months") {
    CHECK(published_of("", "<p>29 de mayo de 2015</p>") == "2015-05-29");
    CHECK(published_of("", "<p>29. März 2015</p>") == "2015-03-29");
    CHECK(published_of("", "<p>1er août 2015</p>") == "2015-08-01");
    CHECK(published_of("", "<p>29 сентября 2015</p>") == "2015-09-29");
    CHECK(published_of("", "<p>2015年5月29日</p>") == "2015-05-29");
}

TEST_CASE("html dates: what is no day of publication is refused") {
    CHECK(published_of("", "<p>2 hours ago</p>").empty());
    CHECK(published_of("", "<p>February 31, 2015</p>").empty());
    CHECK(published_of("<meta name=date content='2999-01-01'>", "").empty());
    CHECK(published_of("", "<p>May 3, 2999</p>").empty());
    CHECK(published_of("",
                       "<p>The treaty was signed on May 3, 2015, and it had been long in the "
                       "making, for there were many who did not want it, while others wanted "
                       "more than it gave: <i>May 4, 2015</i> was the day on which it came into "
                       "force in the ports and on the ships of all who had signed it.</p>")
              .empty());
    CHECK(published_of("", "<div class=comments><p>May 3, 2015</p></div>").empty());
}

TEST_CASE("html dates: what stands behind a day and is no time goes") {
    const auto of = [](std::string_view date) {
        return published_of(
            json_ld("{\"@type\":\"NewsArticle\",\"datePublished\":\"" + std::string(date) + "\"}"),
            "");
    };
    CHECK(of("2019-03-04T07:30:00+00:00") == "2019-03-04T07:30:00+00:00");
    CHECK(of("2019-03-04UTC07:30:00+00:00") == "2019-03-04");
    CHECK(of("2019-03-04") == "2019-03-04");
}

TEST_CASE("html dates: a stamp whose time cannot be read gives its day") {
    CHECK(published_of(json_ld(R"({"@type":"Article","datePublished":"2024-01-05T10:00:00-5:00"})"),
                       "") == "2024-01-05");
    CHECK(published_of("", "<time datetime='2024-01-05T10:00:00MSK'>x</time>") == "2024-01-05");
}

TEST_CASE("html dates: the day at the page's head that is later than the one below the headline") {
    const auto of = [](std::string_view before, std::string_view behind) {
        return page_of(Format::Html, "<body><span>" + std::string(before) +
                                         "</span><h1>Fleet tests its radar</h1><p>By Jo Marsh</p>" +
                                         std::string(behind))
            .header.published;
    };
    CHECK(of("Monday, June 3, 2019", "<p>May 3, 2015</p>") == "2015-05-03");
    CHECK(of("May 3, 2015", "<p>June 3, 2019</p>") == "2015-05-03");
    CHECK(of("May 3, 2015", "") == "2015-05-03");
    // Only the first behind it: others are other stories'.
    CHECK(of("May 3, 2015", "<p>May 3, 2015</p><p>May 1, 2015</p>") == "2015-05-03");
}
