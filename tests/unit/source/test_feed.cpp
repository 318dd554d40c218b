#include "records.hpp"

#include <doctest/doctest.h>

using namespace sitrep;
using sitrep::test::Collected;
using sitrep::test::Lines;
using sitrep::test::read;

namespace {

std::string rss(const std::string& items) {
    return R"(<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/")"
           R"( xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:m="http://search.yahoo.com/mrss/">)"
           "<channel><title>The Example</title><language>de-AT</language>" +
           items + "</channel></rss>";
}

}  // namespace

TEST_CASE("feed: an item is a record of HTML with what the feed says of it") {
    const Collected got =
        read("a.rss",
             rss("<item><title>Navy &amp;amp; "
                 "Marines</title><m:title>no</m:title><link>http://a.example/1?utm_source=x</link>"
                 "<dc:creator>Jo Marsh</dc:creator><pubDate>Tue, 12 Mar 2024 16:20:00 GMT</pubDate>"
                 "<category>Sea</category><category>Land</category><guid>g1</guid>"
                 "<description>Only a part…</description><content:encoded><![CDATA[<p>Only a part "
                 "of it.</p>]]></content:encoded></item>"));
    REQUIRE(got.records.size() == 1);
    const RawRecord& record = got.records[0];
    CHECK(record.format == Format::HtmlFragment);
    CHECK(record.bytes == "<p>Only a part of it.</p>");
    CHECK(record.given.title == "Navy & Marines");
    CHECK(record.given.deck.empty());
    CHECK(record.given.authors == Lines{"Jo Marsh"});
    CHECK(record.given.published == "2024-03-12");
    CHECK(record.given.published_from == "feed");
    CHECK(record.given.section == "Sea");
    CHECK(record.given.outlet == "The Example");
    CHECK(record.given.id == "g1");
    CHECK(record.given.language == "de");
}

TEST_CASE("feed: text without tags keeps its paragraphs") {
    CHECK(
        read(
            "a.xml",
            rss("<item><title>x</title><description>One &lt; two.\n \nThree.</description></item>"))
            .lines == Lines{"a.xml#1=<p>One &lt; two.</p><p> \nThree.</p>"});
}

TEST_CASE("feed: Atom's kinds of content, its author and its link") {
    const Collected got =
        read("a.atom", R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title>
        <entry><title type="html">A &lt;b&gt;B&lt;/b&gt;</title><link rel="self" href="http://a.example/self"/>
        <link href="http://a.example/1"/><author><email>x@y.z</email><name>Jo Marsh</name></author>
        <updated>2024-02-21T08:00:00Z</updated><category term="space"/>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p class="a">One &amp; <b>two</b></p></div></content>
        <source><title>Elsewhere</title></source></entry></feed>)");
    REQUIRE(got.records.size() == 1);
    CHECK(got.records[0].bytes == R"(<div><p class="a">One &amp; <b>two</b></p></div>)");
    CHECK(got.records[0].given.title == "A B");
    CHECK(got.records[0].given.url == "http://a.example/1");
    CHECK(got.records[0].given.authors == Lines{"Jo Marsh"});
    CHECK(got.records[0].given.published == "2024-02-21T08:00:00Z");
    CHECK(got.records[0].given.outlet == "Elsewhere");
    CHECK(got.records[0].given.section == "space");
}

TEST_CASE("feed: its title is read as an item's is") {
    const auto outlet = [](const std::string& feed) {
        return read("a.xml", feed).records.at(0).given.outlet;
    };
    const std::string item = "<item><description>y</description></item>";
    CHECK(outlet("<rss><channel><title>Navy &amp;#8211; R&amp;amp;D\n News</title>" + item +
                 "</channel></rss>") == "Navy – R&D News");
    CHECK(outlet("<feed xmlns='http://www.w3.org/2005/Atom'><title type='html'>&lt;b&gt;Harbor"
                 "&lt;/b&gt; Wire</title><entry><content>y</content></entry></feed>") ==
          "Harbor Wire");
}

TEST_CASE("feed: Atom's author of the feed is that of entries that name none and are its own") {
    const Collected got =
        read("a.atom", R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title>
        <author><name>Jo Marsh</name><email>x@y.z</email></author><author><name>Ada Berg</name></author>
        <entry><content>a</content></entry>
        <entry><content>b</content><author><name>Max Hall</name></author></entry>
        <entry><content>c</content><source><title>Elsewhere</title></source></entry></feed>)");
    REQUIRE(got.records.size() == 3);
    CHECK(got.records[0].given.authors == Lines{"Jo Marsh", "Ada Berg"});
    CHECK(got.records[1].given.authors == Lines{"Max Hall"});
    CHECK(got.records[2].given.authors.empty());
}

TEST_CASE("feed: a relative link is one of the base that is declared, else of the feed's site") {
    const auto url = [](const std::string& feed, const std::string& entry) {
        return read("a.atom", "<feed xmlns='http://www.w3.org/2005/Atom' " + feed + "<entry " +
                                  entry + "<content>y</content></entry></feed>")
            .records.at(0)
            .given.url;
    };
    const std::string link = "><link href='../b?x=1&amp;y=2'/>";
    CHECK(url("xml:base='https://a.example/c/d/e'>", link) == "https://a.example/c/b?x=1&y=2");
    CHECK(url("xml:base='https://a.example/c/'>", "xml:base='/d/e/'" + link) ==
          "https://a.example/d/b?x=1&y=2");
    CHECK(url("><link rel='self' href='https://b.example/'/><link href='https://a.example/c/d'/>",
              link) == "https://a.example/b?x=1&y=2");
    CHECK(url("xml:base='https://a.example/'>", "><link href='no address'/>").empty());
    CHECK(url(">", link).empty());
    CHECK(url("xml:base='https://a.example/c/'>", ">").empty());
    const Collected rss_feed = read(
        "a.rss", rss("<link>https://a.example/</link><atom:link xmlns:atom='http://www.w3.org/2005/"
                     "Atom' rel='self' href='https://b.example/'/><item><link>/news/1</link>"
                     "<description>y</description></item>"));
    REQUIRE(rss_feed.records.size() == 1);
    CHECK(rss_feed.records[0].given.url == "https://a.example/news/1");
}

TEST_CASE("feed: a reference in an attribute is the character it means") {
    const Collected got =
        read("a.atom", R"(<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>t</title>
        <link href="http://a.example/?id=1&amp;page=2&#38;b=&amp;amp;"/><category label="R&amp;D"/>
        <content type="xhtml"><a href="?a=1&amp;b=2">x</a></content></entry></feed>)");
    REQUIRE(got.records.size() == 1);
    CHECK(got.records[0].given.url == "http://a.example/?id=1&page=2&b=&amp;");
    CHECK(got.records[0].given.section == "R&D");
    CHECK(got.records[0].bytes == R"(<a href="?a=1&#38;b=2">x</a>)");
}

TEST_CASE("feed: entities are not expanded, but HTML's are read undeclared") {
    const Collected got = read(
        "a.xml", R"(<!DOCTYPE rss [<!ENTITY a "grown"><!ENTITY f SYSTEM "file:///etc/passwd">]>)" +
                     rss("<item><title>x</title><description>caf&eacute;&a;&f;&nbsp;!</"
                         "description></item>"));
    CHECK(got.lines == Lines{"a.xml#1=<p>café\u00a0!</p>"});
}

TEST_CASE("feed: a slip costs no reference behind it") {
    const std::string item =
        "<item><title>AT&amp;amp;T &amp; Co</title><link>http://a.example/?a=1&b=2&amp;c=3</link>"
        "<description>&lt;p&gt;R&D &hellip;&amp;amp; more&lt;/p&gt;</description></item>";
    for (const std::string& slip : {std::string("\n"), std::string()}) {
        const Collected got = read(
            "a.xml", slip + "<?xml version='1.0'?>" + rss("&oops; <a b=c/>\x01" + item + item));
        REQUIRE(got.records.size() == 2);
        for (const RawRecord& record : got.records) {
            CHECK(record.bytes == "<p>R&D …&amp; more</p>");
            CHECK(record.given.title == "AT&T & Co");
            CHECK(record.given.url == "http://a.example/?a=1&b=2&c=3");
        }
    }
    CHECK(read("a.xml", rss("<item><title>x</title><link><![CDATA[http://a.example/?a=1&b=2]]>"
                            "</link><description>y</description></item>"))
              .records.at(0)
              .given.url == "http://a.example/?a=1&b=2");
}

TEST_CASE("feed: namespaces by https, and one of RSS's own") {
    const std::string item =
        "<item><title>x</title><c:encoded>Whole.</c:encoded><description>y</description></item>";
    CHECK(read("a.xml",
               "<rss xmlns='http://blogs.law.harvard.edu/tech/rss' "
               "xmlns:c='https://purl.org/rss/1.0/modules/content/'><channel>" +
                   item + "</channel></rss>")
              .lines == Lines{"a.xml#1=<p>Whole.</p>"});
}

TEST_CASE("feed: unescaped HTML in a text keeps its paragraphs") {
    CHECK(read("a.xml", rss("<item><title>x</title><description>A &lt; b<p>Navy</p><p>World</p>"
                            "</description></item>"))
              .lines == Lines{"a.xml#1=A &lt; b<p>Navy</p><p>World</p>"});
}

TEST_CASE("feed: one behind another in the same file") {
    const std::string one = rss("<item><title>x</title><description>y</description></item>");
    for (const char* between : {"", "\n<?xml version='1.0'?>\n", "\n<!-- made in 2 s -->\n"})
        CHECK(read("a.xml", one + std::string(between) + one).lines ==
              Lines{"a.xml#1=<p>y</p>", "a.xml#2=<p>y</p>"});
    CHECK(read("a.xml", one + "<rss><channel>").lines ==
          Lines{"a.xml#1=<p>y</p>", "a.xml!xml: the file ends too early"});
    CHECK(read("a.xml", one + "<p>junk</p>").lines == Lines{"a.xml#1=<p>y</p>"});
}

TEST_CASE("feed: other charsets are read by the same rules as pages") {
    std::string text = rss("<item><title>x</title><description>caf\xE9</description></item>");
    CHECK(read("a.xml", "<?xml version='1.0' encoding='iso-8859-1'?>" + text).lines ==
          Lines{"a.xml#1=<p>café</p>"});
}

TEST_CASE("feed: its charset is what it declares, however late the first letter stands") {
    const std::string plain(600'000, 'x');
    const std::string item = "<item><description>y</description></item>";
    const std::string late = "<item><description>caf\xE9</description></item>";
    CHECK(read("a.xml", "<?xml version='1.0' encoding='iso-8859-1'?>" +
                            rss(item + "<!--" + plain + "-->" + late))
              .lines == Lines{"a.xml#1=<p>y</p>", "a.xml#2=<p>café</p>"});
}

TEST_CASE("feed: one that is not UTF-8 may be longer than an item") {
    std::string items;
    for (int i = 0; i < 24; ++i)
        items += "<item><description>caf\xE9" + std::string(500'000, ' ') + "</description></item>";
    const std::string feed = "<?xml version='1.0' encoding='iso-8859-1'?>" + rss(items);
    const Collected got = read("a.xml", feed, {1U << 20U});
    CHECK(got.records.size() == 24);
    CHECK(got.lines.size() == 24);
    CHECK(got.lines.back().starts_with("a.xml#24=<p>café"));
}

TEST_CASE("feed: one letter of UTF-8 that a piece ends in does not make it another charset") {
    std::string feed = rss("<item><description>" + std::string(262'143, 'x'));
    feed = feed.substr(0, 262'143) + "é</description></item>";
    for (int i = 0; i < 3; ++i)
        feed += "<item><description>" + std::string(500'000, 'x') + "</description></item>";
    const Collected got = read("a.xml", feed + "</channel></rss>", {1U << 20U});
    REQUIRE(got.records.size() == 4);
    CHECK(got.records[0].bytes.ends_with("xé</p>"));
}

TEST_CASE("feed: what is no feed, no XML, or cut") {
    CHECK(read("a.xml", "<urlset><url/></urlset>").lines ==
          Lines{"a.xml~is of a kind that is not read"});
    CHECK(read("a.xml", "text").lines == Lines{"a.xml!is not XML"});
    CHECK(read("a.xml", "").lines == Lines{"a.xml!is empty"});
    CHECK(read("a.xml", "<rss><channel/></rss>").lines == Lines{"a.xml~is a feed without an item"});
    CHECK(read("a.xml",
               "<rss><channel><item><title>x</title><description>y</description></item><item>")
              .lines == Lines{"a.xml#1=<p>y</p>", "a.xml!xml: the file ends too early"});
}

TEST_CASE("feed: an item over the limit is named, and its neighbours are read") {
    const std::string item = "<item><title>x</title><description>y</description></item>";
    const std::string large =
        "<item><description>" + std::string(5000, 'y') + "</description></item>";
    CHECK(read("a.xml", rss(item + large + item), {1000}).lines ==
          Lines{"a.xml#1=<p>y</p>", "a.xml#2!is larger than the limit of 1000 bytes",
                "a.xml#3=<p>y</p>"});
}

TEST_CASE("feed: a tag of endless attributes is refused, a text with many equals signs is not") {
    std::string attributes;
    for (int i = 0; i < 200'000; ++i) attributes += " a" + std::to_string(i) + "='b'";
    CHECK(read("a.xml", "<rss" + attributes + "><channel/></rss>").lines ==
          Lines{"a.xml!xml: a tag has more attributes than any feed's"});
    for (const char* first : {"<!-- it's -->", "<![CDATA[<p ']]>", ""}) {
        CHECK(read("a.xml",
                   "<rss>" + std::string(first) + "<x a='>' b=\"'>\"" + attributes + "/></rss>")
                  .lines == Lines{"a.xml!xml: a tag has more attributes than any feed's"});
    }
    CHECK(read("a.xml", rss("<item><title>x</title><description>" + std::string(5000, '=') +
                            "</description></item>"))
              .records.size() == 1);
}
