#include "records.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace sitrep;
using sitrep::test::Collected;
using sitrep::test::Lines;
using sitrep::test::read;

namespace {

/// A WARC record; `length` is what it claims.
std::string record(std::string_view type, std::string_view block, std::size_t length,
                   std::string_view fields =
                       "WARC-Target-URI: http://a.example/\r\n"
                       "Content-Type: application/http\r\n") {
    return fmt::format("WARC/1.0\r\nWARC-Type: {}\r\n{}Content-Length: {}\r\n\r\n{}\r\n\r\n", type,
                       fields, length, block);
}

std::string page(std::string_view body, std::string_view headers = "") {
    const std::string block =
        fmt::format("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{}\r\n{}", headers, body);
    return record("response", block, block.size());
}

}  // namespace

TEST_CASE("warc: pages are records, numbered as the records of the file are") {
    const std::string text =
        record("warcinfo", "x", 1) + page("<p>one") + record("request", "GET", 3) + page("<p>two");
    CHECK(read("a.warc", text).lines == Lines{"a.warc#2=<p>one", "a.warc#4=<p>two"});
}

TEST_CASE("warc: a page brings its record's id and address, and the declared charset") {
    const std::string block =
        "HTTP/1.1 200 OK\r\ncontent-type: text/html; Charset=\"KOI8-R\"\r\n\r\n<p>x";
    const Collected got =
        read("a.warc", record("response", block, block.size(),
                              "WARC-Record-ID: <urn:uuid:7>\r\n"
                              "WARC-Target-URI: <http://a.example/b/>\r\n"
                              "Content-Type: application/http; msgtype=response\r\n"));
    REQUIRE(got.records.size() == 1);
    CHECK(got.records[0].given.id == "urn:uuid:7");
    CHECK(got.records[0].given.url == "http://a.example/b/");
    CHECK(got.records[0].charset == "KOI8-R");
    CHECK_FALSE(got.records[0].chosen);
}

TEST_CASE("warc: what is no page is passed over, what answers with an error is skipped") {
    const auto answer = [](std::string_view head) {
        const std::string block = fmt::format("HTTP/1.1 {}\r\n\r\nbody", head);
        return record("response", block, block.size());
    };
    CHECK(read("a.warc", answer("200 OK\r\nContent-Type: image/png")).lines.empty());
    CHECK(read("a.warc", answer("200 OK\r\nContent-Type: text/plain")).lines.empty());
    CHECK(read("a.warc", answer("200 OK\r\nContent-Type: application/json")).lines.empty());
    CHECK(read("a.warc", answer("404 Not Found\r\nContent-Type: text/html")).lines ==
          Lines{"a.warc#1~the server answered 404"});
    const std::string fields = "WARC-Target-URI: metadata://a/b\r\nContent-Type: text/html\r\n";
    CHECK(read("a.warc", record("resource", "<p>x", 4, fields)).lines.empty());
}

TEST_CASE("warc: chunks are joined, a packing that the body does not show was undone already") {
    CHECK(read("a.warc",
               page("3\r\n<p>\r\n2;ext\r\nxy\r\n0\r\n\r\n", "Transfer-Encoding: chunked\r\n"))
              .lines == Lines{"a.warc#1=<p>xy"});
    CHECK(read("a.warc", page("<p>x", "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"))
              .lines == Lines{"a.warc#1=<p>x"});
    CHECK(read("a.warc", page("<p>x", "Content-Encoding: br\r\n")).lines == Lines{"a.warc#1=<p>x"});
    CHECK(read("a.warc", page("3\r\n<p>\r\nzz\r\n", "Transfer-Encoding: chunked\r\n")).lines ==
          Lines{"a.warc#1!http: a chunk does not begin with its size"});
}

TEST_CASE("warc: a body that was cut gives its part, packed or not") {
    // One block of 100 bytes that are stored as they are (RFC 1951, section 3.2.4).
    const std::string block("\x01\x64\x00\x9b\xff", 5);
    const std::string gzip_head("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", 10);
    CHECK(read("a.warc", page("64\r\n<p>cut", "Transfer-Encoding: chunked\r\n")).lines ==
          Lines{"a.warc#1=<p>cut"});
    CHECK(read("a.warc", page(gzip_head + block + "<p>cut", "Content-Encoding: gzip\r\n")).lines ==
          Lines{"a.warc#1=<p>cut"});
    CHECK(read("a.warc", page(block + "<p>cut", "Content-Encoding: deflate\r\n")).lines ==
          Lines{"a.warc#1=<p>cut"});
    CHECK(read("a.warc", page(gzip_head + block, "Content-Encoding: gzip\r\n")).lines ==
          Lines{"a.warc#1!gzip: the file ends too early"});
    CHECK(read("a.warc", page(gzip_head + block + std::string(100, 'x') + "12345678",
                              "Content-Encoding: gzip\r\n"))
              .lines == Lines{"a.warc#1!gzip: incorrect data check"});
}

TEST_CASE("warc: a damaged record costs itself, reading goes on at the next") {
    const std::string block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>lost";
    CHECK(read("a.warc", record("response", block, block.size() + 50) + page("<p>kept")).lines ==
          Lines{"a.warc#1!is not as long as it says", "a.warc#2=<p>kept"});
    CHECK(read("a.warc", record("response", block, block.size() - 3) + page("<p>kept")).lines ==
          Lines{"a.warc#1!is not as long as it says", "a.warc#2=<p>kept"});
    CHECK(read("a.warc", record("response", block, 100'000) + page("<p>kept")).lines ==
          Lines{"a.warc#1!the file ends too early", "a.warc#2=<p>kept"});
    CHECK(read("a.warc", page("<p>one") + "noise\r\nmore\r\n" + page("<p>two")).lines ==
          Lines{"a.warc#1=<p>one", "a.warc#1!is followed by bytes that belong to no record",
                "a.warc#2=<p>two"});
    CHECK(read("a.warc", "WARC/1.0\r\nWARC-Type: response\r\n\r\n" + page("<p>two")).lines ==
          Lines{"a.warc#1!has no length", "a.warc#2=<p>two"});
}

TEST_CASE("warc: a file that was cut, and one that is no crawl, are named") {
    const std::string text = page("<p>one") + page("<p>two");
    CHECK(read("a.warc", text.substr(0, text.size() - 6)).lines ==
          Lines{"a.warc#1=<p>one", "a.warc#2!the file ends too early"});
    CHECK(read("a.warc", "no crawl").lines == Lines{"a.warc!holds no WARC record"});
    CHECK(read("a.warc", "").lines == Lines{"a.warc!holds no WARC record"});
}

TEST_CASE("warc: records that swallow one another cost linear time") {
    std::string text;
    for (int i = 0; i < 5000; ++i) text += record("response", "HTTP/1.1 200 OK\r\n\r\n", 900'000);
    CHECK(read("a.warc", text).lines.size() < 5001);
}

TEST_CASE("warc: crawls in crawls are read as deep as archives are, and no deeper") {
    constexpr std::string_view kFields = "Content-Type: application/warc\r\n";
    std::string text = page("<p>x");
    for (int i = 0; i < 2; ++i) text = record("conversion", text, text.size(), kFields);
    CHECK(read("a.warc", text).lines == Lines{"a.warc#1#1#1=<p>x"});
    for (int i = 0; i < 2000; ++i) text = record("conversion", text, text.size(), kFields);
    CHECK(read("a.warc", text).lines == Lines{"a.warc#1#1#1!stands in more than 3 archives"});
}
