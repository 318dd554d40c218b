#include "page_of.hpp"

#include <fmt/format.h>

using namespace sitrep;
using sitrep::test::page_of;

namespace {

ArticleHeader header_of(std::string_view head, std::string_view body = "<p>Text.</p>") {
    return page_of(Format::Html,
                   "<html><head>" + std::string(head) + "</head><body>" + std::string(body))
        .header;
}

std::string json_ld(std::string_view json) {
    return "<script type='application/ld+json'>" + std::string(json) + "</script>";
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("html title: the h1 that the title contains, not the site's own") {
    CHECK(header_of("<title>Fleet tests radar | Harbor Wire</title>",
                    "<h1>Harbor Wire</h1><h1>Fleet tests radar</h1>")
              .title == "Fleet tests radar");
}

TEST_CASE("html title: without an h1 the site's part is cut") {
    CHECK(header_of("<title>Fleet tests radar | Harbor Wire</title>").title == "Fleet tests radar");
    CHECK(header_of("<meta property=og:site_name content='Harbor Wire'><title>Harbor Wire - Fleet "
                    "tests radar</title>")
              .title == "Fleet tests radar");
    CHECK(header_of("<title>Fleet tests its new radar - and its old guns</title>").title ==
          "Fleet tests its new radar - and its old guns");
}

TEST_CASE("html title: an h1 that is the site's name is none, though nothing else names the site") {
    const std::string head = "<title>Fleet tests its new radar at sea | Harbor Wire</title>";
    CHECK(header_of(head, "<h1>Harbor Wire</h1><h2>Fleet tests its new radar at sea</h2>").title ==
          "Fleet tests its new radar at sea");
    CHECK(header_of("<title>Fleet tests its new radar at sea - The Harbor Wire Daily News</title>",
                    "<h1>The Harbor Wire Daily News</h1><p>Text.</p>")
              .title == "Fleet tests its new radar at sea");
    // The name before a headline that is an h1 stays a part of the page.
    CHECK(header_of("<title>Harbor Wire - Fleet tests radar</title>", "<h1>Fleet tests radar</h1>")
              .title == "Fleet tests radar");
}

TEST_CASE("html title: what stands behind a dash is a site's only where something says so") {
    const std::string site = "<meta property=og:site_name content='Harbor Wire'>";
    for (const std::string title :
         {"Navy's new frigate is late — again", "Navy's new frigate is late - and over budget"}) {
        const std::string head = "<title>" + title + "</title>";
        const std::string h1 = "<h1>" + title + "</h1>";
        CHECK(header_of(site + head, h1).title == title);
        CHECK(header_of(head, h1).title == title);
        CHECK(header_of(site + "<title>" + title + " | Harbor Wire</title>", h1).title == title);
        CHECK(header_of("<title>" + title + " - Harbor Wire</title>", h1).title == title);
    }
    const std::string both = "Navy's new frigate is late - Harbor Wire";
    CHECK(header_of(site + "<title>" + both + "</title>", "<h1>" + both + "</h1>").title ==
          "Navy's new frigate is late");
}

TEST_CASE("html title: what an h1 says whole is cut for a name or a section only") {
    const auto of = [](const std::string& title, const std::string& site) {
        return header_of("<title>" + title + " | " + site +
                             "</title><meta property=og:title content='" + title +
                             "'><meta property=og:site_name content='" + site + "'>",
                         "<h1>" + title + "</h1><p>Text.</p>")
            .title;
    };
    CHECK(of("Fleet sails | Navy tests radar", "Navy Wire") == "Fleet sails | Navy tests radar");
    CHECK(of("Navy – Army team tests radar", "U.S. Navy") == "Navy – Army team tests radar");
    CHECK(of("NATO – Russia Council meets", "NATO") == "NATO – Russia Council meets");
    CHECK(of("Fleet tests radar - Navy Wire", "Navy Wire") == "Fleet tests radar");
}

TEST_CASE("html title: a trail behind the headline, and the site behind a mark without spaces") {
    const auto of = [](const std::string& title) {
        return header_of("<title>" + title +
                         "</title><meta property=og:site_name content='Harbor Wire'>")
            .title;
    };
    CHECK(of("Fleet tests its new radar > U.S. Department of Ships > Article") ==
          "Fleet tests its new radar");
    CHECK(of("Home > News > Fleet tests radar") == "Home > News > Fleet tests radar");
    CHECK(of("Fleet tests radar_Harbor Wire") == "Fleet tests radar");
    CHECK(of("新型驱逐舰完成海试｜Harbor Wire") == "新型驱逐舰完成海试");
    CHECK(of("新型驱逐舰：完成海试") == "新型驱逐舰：完成海试");
}

TEST_CASE("html title: of a title without end its first four kilobytes, no letter cut") {
    std::string endless = "Fleet";
    while (endless.size() < 10000) endless += "é";
    const std::string title = header_of("<title>" + endless + "</title>").title;
    CHECK(title == endless.substr(0, 4095));
    CHECK(header_of("<title>Fleet</title>", "<h1>" + endless + "</h1>").title.size() <= 4096);
    CHECK(header_of("<meta property=og:title content='" + endless + "'>").title == title);
    CHECK(header_of(json_ld(R"({"@type":"Article","headline":")" + endless + "\"}")).title ==
          title);
}

TEST_CASE("html outlet: the end of the title, where the headline is said without it") {
    const std::string h1 = "<h1>Fleet tests its new radar at sea</h1>";
    CHECK(header_of("<title>Fleet tests its new radar at sea - Harbor Wire</title>", h1).outlet ==
          "Harbor Wire");
    CHECK(header_of("<title>Fleet tests its new radar at sea | Opinion</title>", h1).outlet == "");
    CHECK(header_of("<title>Fleet tests its new radar at sea - and its guns</title>", h1).outlet ==
          "");
    CHECK(header_of("<title>Fleet tests its new radar at sea - Part 2</title>", h1).outlet == "");
    CHECK(header_of("<link rel=canonical href='https://wire.example/a'><title>Fleet tests its new "
                    "radar at sea</title>",
                    h1)
              .outlet == "wire.example");
}

TEST_CASE("html date: the URL before JSON-LD before meta before time") {
    const std::string url = "<link rel=canonical href='https://a.example/2019/03/04/radar'>";
    const std::string ld =
        json_ld(R"({"@type":"NewsArticle","datePublished":"2019-03-05T10:00:00Z"})");
    const std::string meta = "<meta property='article:published_time' content='2019-03-06'>";
    const std::string time = "<time datetime='2019-03-07'>x</time>";
    CHECK(header_of(url + ld + meta, time).published == "2019-03-04");
    CHECK(header_of(url + ld + meta, time).published_from == "url");
    CHECK(header_of(ld + meta, time).published == "2019-03-05T10:00:00Z");
    CHECK(header_of(ld + meta, time).published_from == "json-ld");
    CHECK(header_of(meta, time).published_from == "meta");
    CHECK(header_of("", time).published == "2019-03-07");
    CHECK(header_of("", "<h1>Fleet tests radar</h1><p>March 8, 2019</p>").published_from == "text");
}

TEST_CASE("html date: what begins a headline in an address is no day") {
    const std::string ld =
        json_ld(R"({"@type":"NewsArticle","datePublished":"2024-05-28T10:00:00Z"})");
    for (const char* path : {"10th-mountain-division-deploys", "12-nations-sign", "31st-meu"}) {
        const std::string url =
            fmt::format("<link rel=canonical href='https://a.example/2024/05/{}/'>", path);
        CHECK(header_of(url + ld).published == "2024-05-28T10:00:00Z");
    }
    for (const char* path : {"2024/05/09/radar", "2024/may/9/radar", "2024/05/09.html"}) {
        const std::string url =
            fmt::format("<link rel=canonical href='https://a.example/{}'>", path);
        CHECK(header_of(url + ld).published == "2024-05-09");
    }
}

TEST_CASE("html date: figures in data are read in the page's order") {
    CHECK(page_of(Format::Html, "<html lang=en-GB><meta name=date content='03/05/2024'><p>x")
              .header.published == "2024-05-03");
    CHECK(page_of(Format::Html, "<html lang=en-US><meta name=date content='03/05/2024'><p>x")
              .header.published == "2024-03-05");
}

TEST_CASE("html date: the impossible is refused, and history when guessed") {
    CHECK(header_of("<meta name=date content='2019-02-31'>").published.empty());
    CHECK(
        header_of("<link rel=canonical href='https://a.example/2019/13/04/x'>").published.empty());
    CHECK(header_of("", "<h1>Fleet tests radar</h1><p>June 6, 1944</p>").published.empty());
    CHECK(header_of("<meta name=date content='1944-06-06'>").published == "1944-06-06");
}

TEST_CASE("html authors: people from JSON-LD, also by reference, no organisations") {
    CHECK(
        header_of(
            json_ld(
                R"({"@graph":[{"@type":"Article","author":[{"@id":"#a"},{"@type":"Person","name":"Jo Marsh"}]},
                              {"@id":"#a","@type":"Person","name":"Ada Long"}]})"))
            .authors == Names{"Ada Long", "Jo Marsh"});
    CHECK(header_of(
              json_ld(
                  R"({"@type":"Article","author":{"@type":"Organization","name":"Harbor Wire"}})"))
              .authors.empty());
}

TEST_CASE("html authors: references that lead in circles, and lists of lists, end") {
    CHECK(header_of(json_ld(R"([{"@type":"NewsArticle","headline":"h","author":{"@id":"a"}},
                                {"@id":"a","@list":[{"@id":"a"}]}])"))
              .authors.empty());
    std::string graph = R"([{"@type":"NewsArticle","headline":"h","author":{"@id":"n0"}})";
    for (int i = 0; i < 60; ++i)
        graph += fmt::format(R"(,{{"@id":"n{0}","@list":[{{"@id":"n{1}"}},{{"@id":"n{1}"}}]}})", i,
                             i + 1);
    CHECK(header_of(json_ld(graph + "]")).authors.empty());
    CHECK(header_of(json_ld(R"({"@type":"Article","author":{"@list":[{"name":"Ada Long"}]}})"))
              .authors == Names{"Ada Long"});
}

TEST_CASE("html authors: a register's name is turned round, a list of two is not") {
    const auto authors = [](const char* content) {
        return header_of(fmt::format("<meta name=author content='{}'>", content)).authors;
    };
    CHECK(authors("Long, Ada") == Names{"Ada Long"});
    CHECK(authors("Long, Ada B.") == Names{"Ada B. Long"});
    CHECK(authors("Ada Long, Jo Marsh") == Names{"Ada Long", "Jo Marsh"});
    CHECK(authors("Ada Long, Reuters") == Names{"Ada Long"});
}

TEST_CASE("html authors: meta, rel, class, printed line") {
    CHECK(header_of("<meta name=author content='Ada Long'>").authors == Names{"Ada Long"});
    CHECK(header_of("", "<h1>Fleet tests radar</h1><a rel=author>Ada Long</a>").authors ==
          Names{"Ada Long"});
    CHECK(header_of("", "<h1>Fleet tests radar</h1><div class=byline>By <b>Ada Long</b></div>")
              .authors == Names{"Ada Long"});
    CHECK(header_of("", "<h1>Fleet tests radar</h1><p>By Ada Long and Jo Marsh</p>").authors ==
          Names{"Ada Long", "Jo Marsh"});
}

TEST_CASE("html authors: a name in an element of its own, a link to its page, citation tags") {
    CHECK(header_of("", "<h1>Fleet tests radar</h1><p>Written by</p><p>Ada Long</p>").authors ==
          Names{"Ada Long"});
    CHECK(header_of("", "<h1>Fleet tests radar</h1><a href='/authors/ada'>Ada Long</a>").authors ==
          Names{"Ada Long"});
    CHECK(header_of("<meta name=citation_author content='Long, Ada'><meta name=citation_author "
                    "content='Jo Marsh'>")
              .authors == Names{"Ada Long", "Jo Marsh"});
}

TEST_CASE("html metadata: broken JSON-LD is mended or ignored") {
    CHECK(
        header_of(
            json_ld(
                "//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"Fleet tests\nradar\",}\n//]]>"))
            .title == "Fleet tests radar");
    CHECK(header_of("<title>Radar</title>" + json_ld("{\"@type\":")).title == "Radar");
    CHECK(header_of("<title>Radar</title>" + json_ld(std::string(10000, '['))).title == "Radar");
}

TEST_CASE("html metadata: outlet, section, language, address") {
    const ArticleHeader header =
        page_of(Format::Html,
                "<html lang=en-US><head><meta property=og:site_name content='Harbor Wire'>"
                "<meta property=article:section content=Navy>"
                "<link rel=canonical "
                "href='https://a.example/x?utm_source=y&id=1'></head><body><p>Text.")
            .header;
    CHECK(header.outlet == "Harbor Wire");
    CHECK(header.section == "Navy");
    CHECK(header.language == "en");
    CHECK(header.url == "https://a.example/x?id=1");
    CHECK(header_of("<link rel=canonical href='https://www.a.example/x'>").outlet == "a.example");
}

TEST_CASE("html metadata: the deck stands under the headline, a hidden description is none") {
    CHECK(header_of("",
                    "<h1>Fleet tests radar</h1><p class=dek>Two ships took part in it.</p><p>Text.")
              .deck == "Two ships took part in it.");
    CHECK(header_of("<meta name=description content='Two ships took part in it.'>",
                    "<h1>Fleet tests radar</h1><p>Two ships took part in it.</p><p>Text.")
              .deck == "Two ships took part in it.");
    CHECK(header_of("<meta name=description content='All about radar here.'>",
                    "<h1>Fleet tests radar</h1><p>Text.")
              .deck.empty());
}

TEST_CASE(
    "html metadata: a story's first paragraph is no deck, though the page describes itself so") {
    const std::string head = "<meta name=description content='Two ships took part in it.'>";
    const std::string deck = "<h1>Fleet tests radar</h1><p>Two ships took part in it.</p>";
    const std::string story =
        "<p>The radar saw all that flew over the bay that day, said the navy.";
    CHECK(header_of(head, deck + story).deck.empty());
    CHECK(header_of(head, deck + "<figure></figure>" + story).deck.empty());
    CHECK(header_of(head, deck + "<p>By Ada Long</p>" + story).deck ==
          "Two ships took part in it.");
    CHECK(header_of(head, "<div>" + deck + "</div>" + story).deck == "Two ships took part in it.");
}

TEST_CASE("html metadata: the address is this site's, whole, and the article's") {
    const std::string og = "<meta property=og:url content='https://a.example/radar'>";
    const auto of = [&og](std::string_view canonical) {
        return header_of(og + "<link rel=canonical href='" + std::string(canonical) + "'>").url;
    };
    CHECK(of("/radar?utm_source=x") == "https://a.example/radar");
    CHECK(of("https://amp.a.example/radar") == "https://amp.a.example/radar");
    CHECK(of("https://b.example/radar") == "https://a.example/radar");
    CHECK(of("https://a.example/") == "https://a.example/radar");
    CHECK(of("javascript:void(0)") == "https://a.example/radar");
}

TEST_CASE("html metadata: a section is no address and no paragraph") {
    const auto section = [](const std::string& given) {
        return header_of("<meta property=article:section content='" + given +
                         "'><link rel=canonical href='https://a.example/navy/radar'>")
            .section;
    };
    CHECK(section("Ships, Boats and Radar") == "Ships, Boats and Radar");
    CHECK(section("https://a.example/x/") == "navy");
    CHECK(section("The fleet tested a radar that sees through rain, and the ministry says that it "
                  "will be aboard of all ships in May.") == "navy");
}

TEST_CASE("html metadata: the section of the path, when nothing else says it") {
    CHECK(header_of("<link rel=canonical href='https://a.example/world-news/radar'>").section ==
          "world news");
    for (const char* none : {"2015/radar", "radar", "en-us/radar", "topics/radar"}) {
        CAPTURE(none);
        CHECK(header_of("<link rel=canonical href='https://a.example/" + std::string(none) + "'>")
                  .section.empty());
    }
}

TEST_CASE("html metadata: what has no letter is no outlet") {
    CHECK(header_of("<meta property=og:site_name content='/'>"
                    "<meta name=publisher content='Harbor Wire'>")
              .outlet == "Harbor Wire");
    CHECK(header_of("<meta property=og:site_name content='/'>"
                    "<link rel=canonical href='https://a.example/radar'>")
              .outlet == "a.example");
}

TEST_CASE("html title: not the site's own h1, and without section and site behind bars") {
    CHECK(header_of("<meta property=og:title content='Fleet tests radar'>",
                    "<h1 class=site-title><a href='/'>Notes of a sailor</a></h1><h2>Fleet</h2>")
              .title == "Fleet tests radar");
    CHECK(header_of("<title>Fleet tests radar | Opinion | Harbor Wire</title>",
                    "<h1>Fleet tests radar | Opinion</h1>")
              .title == "Fleet tests radar");
    CHECK(header_of("<title>Fleet tests radar | Harbor Wire</title>",
                    "<h1><b>Blog:</b> Fleet tests radar</h1>")
              .title == "Fleet tests radar");
}

TEST_CASE("html authors: the printed byline that has the field's name and more people") {
    const char* field = "<meta name=author content='Ada Long'>";
    CHECK(header_of(field,
                    "<h1>Fleet tests radar</h1><div class=byline>By <a href=/a>Ada "
                    "Long</a> and <a href=/b>Jo Marsh</a></div>")
              .authors == Names{"Ada Long", "Jo Marsh"});
    CHECK(header_of(field, "<h1>Fleet tests radar</h1><p>By Ada Long and Jo Marsh</p>").authors ==
          Names{"Ada Long", "Jo Marsh"});
    CHECK(header_of(field, "<h1>Fleet tests radar</h1><p>By Jo Marsh and Li Wei</p>").authors ==
          Names{"Ada Long"});
    CHECK(
        header_of(field, "<h1>Fleet tests radar</h1><p>By Ada Long and Harbor Staff</p>").authors ==
        Names{"Ada Long"});
}

TEST_CASE("html authors: the site's own name only when no person is named") {
    const std::string site =
        "<meta property=og:site_name content='Harbor Wire'>"
        "<meta name=author content='Harbor Wire'>";
    CHECK(header_of(site, "<h1>Fleet tests radar</h1><p class=byline>Ada Long</p>").authors ==
          Names{"Ada Long"});
    CHECK(header_of(site, "<h1>Fleet tests radar</h1><p>Text.</p>").authors ==
          Names{"Harbor Wire"});
}

TEST_CASE("html authors: the pieces of a byline are told apart, comments are not asked") {
    CHECK(header_of("",
                    "<h1>Fleet tests radar</h1><div class=author><a>Ada Long</a><span>Senior "
                    "Tech Reporter</span></div>")
              .authors == Names{"Ada Long"});
    CHECK(header_of("",
                    "<h1>Fleet tests radar</h1><div class=byline><a>Ada Long</a> and <a>Jo "
                    "Marsh</a></div>")
              .authors == Names{"Ada Long", "Jo Marsh"});
    CHECK(header_of("",
                    "<h1>Fleet tests radar</h1><div class=comments><b "
                    "class=comment-author>Troll</b></div>")
              .authors.empty());
}

TEST_CASE(
    "html authors: a badge, a topic, a day and a kind of story inside of a byline are nobody") {
    const auto names = [](const std::string& byline) {
        return header_of("", "<h1>Fleet tests radar</h1>" + byline + "<p>Text.</p>").authors;
    };
    const Names ada{"Ada Long"};
    CHECK(names("<div class=author><i class=initials>AL</i><b class=name>Ada Long</b></div>") ==
          ada);
    CHECK(names("<div class=byline><a class=byline__tag>Naval Warfare</a> <b>Ada Long</b></div>") ==
          ada);
    CHECK(names("<div class=byline>Sat, 20 Dec, 2025 - 06:36</div>").empty());
    CHECK(names("<div class=byline><b>Guide</b> <i>by</i> <a>Ada Long</a></div>") == ada);
}

TEST_CASE("html: an address that the container knows tells what the page's own would") {
    const auto header = [](std::string_view head) {
        Result<ExtractedPage> page =
            extract({{},
                     Format::Html,
                     std::string(head) + "<h1>Fleet tests radar</h1><p>Text.",
                     "utf-8",
                     0,
                     "https://wire.example/navy/2019/03/04/radar?utm_source=x"});
        REQUIRE(page.has_value());
        return page->header;
    };
    CHECK(header("").url == "https://wire.example/navy/2019/03/04/radar");
    CHECK(header("").published == "2019-03-04");
    CHECK(header("").published_from == "url");
    CHECK(header("").section == "navy");
    CHECK(header("<link rel=canonical href=/air/2019/03/05/radar>").url ==
          "https://wire.example/air/2019/03/05/radar");
    CHECK(header("<link rel=canonical href=https://a.example/x/>").published.empty());
}

TEST_CASE("html authors: Story by, with the name in a link behind it") {
    CHECK(header_of("", "<h1>Fleet tests radar</h1><p>Story by <a href=/r/1>Sgt. Ada Long</a></p>")
              .authors == Names{"Ada Long"});
}

TEST_CASE("html authors: a picture's byline is the picture's, a desk goes behind a person") {
    const std::string byline = "<div class=byline>By Ada Long</div><p>Text.";
    CHECK(header_of("",
                    "<h1>Fleet tests radar</h1><figure><figcaption>A ship. <span class=byline>By "
                    "Tim Ross / Navy</span></figcaption></figure>" +
                        byline)
              .authors == Names{"Ada Long"});
    for (const std::string desk : {"Harbor Wire Staff", "Web Team", "hwadmin2"}) {
        const std::string ld =
            json_ld(R"({"@type":"Article","author":{"@type":"Person","name":")" + desk + "\"}}");
        CHECK(header_of(ld, "<h1>Fleet tests radar</h1>" + byline).authors == Names{"Ada Long"});
        CHECK(header_of(ld, "<h1>Fleet tests radar</h1><p>Text.").authors == Names{desk});
    }
}
