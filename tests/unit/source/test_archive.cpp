#include "records.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>

using namespace sitrep;
using sitrep::test::Lines;
using sitrep::test::read;

namespace {

/// A member of a ustar archive.
std::string member(const std::string& name, const std::string& data, char type = '0') {
    std::string head(512, '\0');
    const auto put = [&head](std::size_t at, const std::string& text) {
        std::copy(text.begin(), text.end(), head.begin() + static_cast<std::ptrdiff_t>(at));
    };
    char size[13];
    std::snprintf(size, sizeof size, "%011o", static_cast<unsigned>(data.size()));
    put(0, name);
    put(100, "0000644");
    put(124, size);
    put(136, "00000000000");
    put(148, "        ");
    head[156] = type;
    put(257, std::string("ustar\0"
                         "00",
                         8));
    unsigned sum = 0;
    for (const char c : head) sum += static_cast<unsigned char>(c);
    char digits[8];
    std::snprintf(digits, sizeof digits, "%06o", sum);
    put(148, std::string(digits, 7));
    std::string out = head + data;
    out.resize((out.size() + 511) / 512 * 512);
    return out;
}

std::string tar(const std::string& members) { return members + std::string(1024, '\0'); }

}  // namespace

TEST_CASE("archive: members are read by their names, archives in them too") {
    const std::string inner = tar(member("b.jsonl", "{}\n{}\n"));
    CHECK(
        read("a.tar", tar(member("x/a.txt", "A") + member("in.tar", inner) + member("p.png", "p")))
            .lines == Lines{"a.tar#x/a.txt=A", "a.tar#in.tar#b.jsonl#1={}",
                            "a.tar#in.tar#b.jsonl#2={}",
                            "a.tar#p.png~is of a kind that is not read"});
}

TEST_CASE(
    "archive: names that lead out are refused, links and devices skipped, hidden ones left out") {
    CHECK(
        read("a.tar", tar(member("../a.txt", "A") + member("/b.txt", "B") + member("./c.txt", "C") +
                          member("l.txt", "", '2') + member("d.txt", "", '3') +
                          member(".h/x.txt", "H") + member("__MACOSX/x.txt", "M")))
            .lines == Lines{"a.tar#../a.txt!its name leads out of the archive", "a.tar#b.txt=B",
                            "a.tar#c.txt=C", "a.tar#l.txt~is a link",
                            "a.tar#d.txt~is not a regular file"});
}

TEST_CASE("archive: a tar that is cut between two members is cut") {
    CHECK(read("a.tar", member("a.txt", "A") + member("b.txt", "B")).lines ==
          Lines{"a.tar#a.txt=A", "a.tar#b.txt=B", "a.tar!tar: the file ends too early"});
    CHECK(read("a.tar", member("a.txt", "A") + std::string(512, '\0')).lines ==
          Lines{"a.tar#a.txt=A"});
}

TEST_CASE("archive: malformed names become UTF-8") {
    CHECK(read("a.tar", tar(member("caf\xE9.txt", "A"))).lines == Lines{"a.tar#caf\uFFFD.txt=A"});
}

TEST_CASE("archive: limits on depth, members and a record each name what broke them") {
    std::string nested = tar(member("a.txt", "A"));
    for (int i = 0; i < 4; ++i) nested = tar(member("n.tar", nested));
    CHECK(read("a.tar", nested).lines ==
          Lines{"a.tar#n.tar#n.tar#n.tar!stands in more than 3 archives"});
    const std::string three =
        tar(member("a.txt", "A") + member("b.txt", "B") + member("c.txt", "C"));
    ReadLimits limits;
    limits.members = 2;
    CHECK(read("a.tar", three, limits).lines ==
          Lines{"a.tar#a.txt=A", "a.tar#b.txt=B", "a.tar!holds more than 2 members"});
    limits = {};
    limits.record_bytes = 10;
    CHECK(read("a.tar", tar(member("a.txt", std::string(11, 'x')) + member("b.txt", "B")), limits)
              .lines == Lines{"a.tar#a.txt!is larger than the limit of 10 bytes", "a.tar#b.txt=B"});
}

TEST_CASE("archive: what unpacks to far more than its size ends the file") {
    MemorySource root("tiny");
    (void)root.next();
    test::Collected sink;
    ReadLimits limits;
    limits.free_bytes = 1000;
    limits.ratio = 10;
    Reading reading(root, limits, sink);
    CHECK(reading.unpacked(1000));
    CHECK_FALSE(reading.stopped());
    CHECK(reading.unpacked(1).error().message == "unpacks to more than 10 times its size");
    CHECK(reading.stopped());
}

TEST_CASE("archive: a page's folder is left out behind its page") {
    CHECK(read("a.tar", tar(member("p.html", "P") + member("p_files/ad.html", "A") +
                            member("q_files/b.html", "B")))
              .lines == Lines{"a.tar#p.html=P",
                              "a.tar#p_files/ad.html~belongs to the page beside it",
                              "a.tar#q_files/b.html=B"});
}
