#include "base/strings.hpp"
#include "indexer/source/mail.hpp"
#include "indexer/source/record_reader.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

namespace {

class Collected : public RecordSink {
  public:
    std::vector<RawRecord> records;
    std::vector<std::string> told;  ///< `origin!message` or `origin-reason`

    bool record(RawRecord record) override {
        records.push_back(std::move(record));
        return true;
    }
    void failure(const Origin& origin, const Error& error) override {
        told.push_back(origin.text() + "!" + error.message);
    }
    void skipped(const Origin& origin, std::string_view reason) override {
        told.push_back(origin.text() + "-" + std::string(reason));
    }
    std::vector<std::string> origins() const {
        std::vector<std::string> all;
        for (const RawRecord& record : records) all.push_back(record.origin.text());
        return all;
    }
};

Collected read(const char* name, const std::string& bytes) {
    Collected sink;
    MemorySource file(bytes);
    read_file_records(name, *file_type_of(name), file, ReadLimits{4U << 20U}, sink);
    return sink;
}

using Lines = std::vector<std::string>;

const std::string kHead =
    "From: Harbor Dispatch <brief@dispatch.example>\n"
    "Subject: Fwd: Re: =?utf-8?q?=C5=81=C3=B3d=C5=BA_steel?=\n"
    "Date: Tue, 14 May 2024 23:30:00 -0400\n"
    "Message-ID: <a@dispatch.example>\n";

}  // namespace

TEST_CASE("mail: subject, sender, day and id are given, marks of answers are not the subject") {
    const Collected mail =
        read("a.eml", kHead + "Content-Type: text/plain; charset=iso-8859-1\n\nCaf\xe9\n");
    REQUIRE(mail.records.size() == 1);
    const RawRecord& record = mail.records.front();
    CHECK(record.origin.text() == "a.eml");
    CHECK(record.format == Format::Text);
    CHECK(record.bytes == "Caf\xe9\n");
    CHECK(record.charset == "iso-8859-1");
    CHECK(record.given.title == "Łódź steel");
    CHECK(record.given.outlet == "Harbor Dispatch");
    CHECK(record.given.id == "a@dispatch.example");
    CHECK(record.given.published == "2024-05-14T23:30:00-04:00");
    CHECK(record.given.published_from == "mail");
    CHECK(record.chosen);
}

TEST_CASE("mail: of two forms of one text HTML is read, unless it says almost nothing") {
    const auto both = [](const std::string& plain, const std::string& html) {
        return kHead +
               "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: "
               "text/plain\n\n" +
               plain + "\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n" +
               html + "\n--b--\n";
    };
    const Collected rich =
        read("a.eml", both("One two three four", "PHA+T25lIHR3byB0aHJlZTwvcD4="));
    REQUIRE(rich.records.size() == 1);
    CHECK(rich.records.front().format == Format::Html);
    CHECK(rich.records.front().bytes == "<p>One two three</p>");
    const Collected poor = read("a.eml", both("One two three four", "PGltZyBzcmM9eD4="));
    REQUIRE(poor.records.size() == 1);
    CHECK(poor.records.front().format == Format::Text);
}

TEST_CASE("mail: what is attached, and mails in it, are records of their own") {
    const Collected mail =
        read("a.eml", kHead +
                          "Content-Type: multipart/mixed; boundary=b\n\n"
                          "--b\nContent-Type: text/plain\n\nSee below.\n"
                          "--b\nContent-Type: application/octet-stream; name=s.html\n"
                          "Content-Disposition: attachment; filename=s.html\n\n<p>Page</p>\n"
                          "--b\nContent-Type: image/png\n"
                          "Content-Disposition: attachment; filename=x.png\n\nPNG\n"
                          "--b\nContent-Type: message/rfc822\n\n"
                          "From: b@c\nSubject: Inner\n\nInner text\n"
                          "--b\nContent-Type: application/pdf\n"
                          "Content-Disposition: attachment\n\n%PDF-1.4\n"
                          "--b--\n");
    CHECK(mail.origins() == Lines{"a.eml", "a.eml#2", "a.eml#4", "a.eml#5"});
    CHECK(mail.told == Lines{"a.eml#3-is of a kind that is not read"});
    REQUIRE(mail.records.size() == 4);
    CHECK_FALSE(mail.records[0].chosen);  // the article may be what is attached
    CHECK(mail.records[1].format == Format::Html);
    CHECK(mail.records[2].given.title == "Inner");
    CHECK(mail.records[3].format == Format::Pdf);
}

TEST_CASE("mail: what cannot be an article beside it does not make its text a part of many") {
    const auto is_chosen = [](const std::string& part) {
        const Collected mail =
            read("a.eml", kHead +
                              "Content-Type: multipart/mixed; boundary=b\n\n--b\n"
                              "Content-Type: text/plain\n\nThe ship sailed.\n--b\n" +
                              part + "\n--b--\n");
        REQUIRE_FALSE(mail.records.empty());
        return mail.records.front().chosen;
    };
    const std::string attached = "Content-Disposition: attachment; filename=";
    CHECK(is_chosen("Content-Type: image/png\n" + attached + "logo.png\n\nPNG\n"));
    CHECK(is_chosen("Content-Type: application/pgp-signature; name=signature.asc\n\nPGP\n"));
    CHECK(is_chosen("Content-Type: application/pkcs7-signature\n" + attached + "s.p7s\n\nx\n"));
    CHECK(is_chosen("Content-Type: application/msword\n" + attached + "a.doc\n\nx\n"));
    CHECK(is_chosen("Content-Type: text/plain\n\nTo leave this list, write to us.\n"));
    CHECK_FALSE(is_chosen("Content-Type: application/msword\n" + attached + "a.pdf\n\nx\n"));
    CHECK_FALSE(is_chosen("Content-Type: application/pdf\n\nx\n"));
    CHECK_FALSE(is_chosen("Content-Type: text/plain\n" + attached + "story\n\nx\n"));
    CHECK_FALSE(is_chosen("Content-Type: text/plain; name=story.txt\n\nx\n"));
    CHECK_FALSE(is_chosen("Content-Type: message/rfc822\n\nFrom: a@b\nSubject: c\n\nx\n"));
}

TEST_CASE("mail: flowed lines are joined") {
    const auto text_of = [](const std::string& parameters) {
        const Collected mail = read("a.eml", kHead + "Content-Type: text/plain; " + parameters +
                                                 "\n\nA line that \ngoes on.\n-- \nme\n");
        REQUIRE(mail.records.size() == 1);
        return mail.records.front().bytes;
    };
    CHECK(text_of("format=flowed") == "A line that goes on.\n-- \nme\n");
    CHECK(text_of("format=Flowed; DelSp=Yes") == "A line thatgoes on.\n-- \nme\n");
    CHECK(text_of("delsp=yes") == "A line that \ngoes on.\n-- \nme\n");
}

TEST_CASE("mail: what is none, says nothing, is encrypted or nested too deep is named") {
    CHECK(read("a.eml", "").told == Lines{"a.eml!is empty"});
    CHECK(read("a.eml", "\x89PNG\r\n\x1a\n").told == Lines{"a.eml!is no mail"});
    CHECK(read("a.eml", kHead + "\n").told == Lines{"a.eml!is a mail without text"});
    CHECK(read("a.eml", kHead + "Content-Type: multipart/encrypted; boundary=b\n\n--b\n"
                                "Content-Type: application/pgp-encrypted\n\n--b--\n")
              .told == Lines{"a.eml!is encrypted"});
    std::string deep = kHead;
    for (int i = 0; i < 10; ++i) deep += "Content-Type: message/rfc822\n\nFrom: a@b\n";
    const Collected told = read("a.eml", deep + "\nx\n");
    REQUIRE(told.told.size() == 1);
    CHECK(told.told.front().ends_with("!stands in too many mails"));
}

TEST_CASE("mail: a mailbox is cut at its mails, quoted lines are as they were") {
    const Collected box =
        read("a.mbox",
             "From a@b Mon Jul  1 07:00:02 2024\nFrom: a@b\nSubject: One\n\n"
             "First\n>From here on\nFrom a sentence\n\nFrom the deck, a paragraph\n\n"
             "From c@d Mon Jul  1 07:00:02 2024\r\nFrom: c@d\r\nSubject: Two\r\n\r\n"
             "Second\r\n");
    CHECK(box.origins() == Lines{"a.mbox#1", "a.mbox#2"});
    REQUIRE(box.records.size() == 2);
    CHECK(box.records[0].bytes ==
          "First\nFrom here on\nFrom a sentence\n\nFrom the deck, a paragraph\n\n");
    CHECK(box.records[1].given.title == "Two");
    const std::string one = "From a@b Mon Jul  1 07:00:02 2024\nFrom: a@b\nSubject: One\n\nFirst\n";
    CHECK(read("a.mbox", "\xEF\xBB\xBF" + one).origins() == Lines{"a.mbox#1"});
    const Collected stray = read("a.mbox", "Subject: Lost\n\nText\n\n" + one);
    CHECK(stray.origins() == Lines{"a.mbox#1"});
    CHECK(stray.told == Lines{"a.mbox!begins within a mail, which is left out"});
    CHECK(read("a.mbox", "nothing\n").told == Lines{"a.mbox!is no mailbox"});
}

TEST_CASE("mail: of a saved page the root is read, and its address is known") {
    const std::string page =
        "From: <Saved by Blink>\r\nSubject: Ignored\r\nSnapshot-Content-Location: "
        "https://a.example/x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; "
        "boundary=b; start=\"<root>\"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Frame</p>\r\n"
        "--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-ID: <root>\r\n"
        "Content-Location: https://a.example/y\r\nContent-Transfer-Encoding: "
        "quoted-printable\r\n\r\n"
        "<p class=3D\"a\">Ro=\r\not</p>\r\n--b--\r\n";
    const Collected saved = read("a.mhtml", page);
    REQUIRE(saved.records.size() == 1);
    CHECK(trimmed(saved.records[0].bytes) == "<p class=\"a\">Root</p>");
    CHECK(saved.records[0].charset == "utf-8");
    CHECK(saved.records[0].given.url == "https://a.example/x");
    CHECK(saved.records[0].given.title.empty());
    CHECK(read("a.mht", "MIME-Version: 1.0\n\nplain\n").told == Lines{"a.mht!holds no page"});
}

TEST_CASE("mail: endless heads are not even parsed, a text that looks like some is read") {
    const Lines refused{"a.eml!holds more of heads than any mail has"};
    std::string fields;
    for (int i = 0; i < 25'000; ++i) fields += "X-A: b\n";
    CHECK(read("a.eml", kHead + fields + "\nx\n").told == refused);
    std::string addresses = "Cc: ";
    for (int i = 0; i < 250'000; ++i) addresses += "a@b.c,";
    CHECK(read("a.eml", kHead + addresses + "\n\nx\n").told == refused);
    CHECK(read("a.eml", kHead + "--b: c\n" + addresses + "\n\nx\n").told == refused);
    std::string parts = kHead + "Content-Type: multipart/mixed; boundary=b\n\n";
    for (int i = 0; i < 21'000; ++i) parts += "--b\nContent-Type: text/plain\n\nx\n";
    CHECK(read("a.eml", parts).told == refused);
    std::string log;
    for (int i = 0; i < 10'000; ++i) log += "host: 10:00 up\n";
    CHECK(read("a.eml", kHead + "\n" + log).records.size() == 1);
    std::string list;
    for (int i = 0; i < 25'000; ++i) list += i % 2 == 0 ? "    an item\n" : "host: up\n";
    CHECK(read("a.eml", kHead + "\n" + list).records.size() == 1);
    CHECK(read("a.eml", kHead + "\nA list:\n-----\n\n" + list).records.size() == 1);
    // In heads that are not the first: of a part, of a mail in it, of a mail in a digest.
    const std::string mixed = kHead + "Content-Type: multipart/mixed; boundary=b\n\n--b\n";
    CHECK(read("a.eml", mixed + fields + "\nx\n").told == refused);
    CHECK(read("a.eml", mixed + "Content-Type:\n Message/RFC822\n\n" + fields + "\nx\n").told ==
          refused);
    const std::string digest = kHead + "Content-Type: multipart/digest; boundary=b\n\n--b\n";
    CHECK(read("a.eml", digest + "\n" + fields + "\nx\n").told == refused);
    std::string bare = mixed;
    for (int i = 0; i < 200'000; ++i) bare += "\nx\n--b\n";
    CHECK(read("a.eml", bare).told == refused);
    std::string many = mixed;
    for (int i = 0; i < 10'000; ++i) {
        for (int j = 0; j < 100; ++j) many += "X:b\n";
        many += "\nx\n--b\n";
    }
    CHECK(read("a.eml", many).told == refused);
}
