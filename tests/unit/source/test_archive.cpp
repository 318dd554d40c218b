#include "records.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>

using namespace sitrep;
using sitrep::test::Collected;
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

std::uint32_t check_sum(const std::string& data) {
    std::uint32_t sum = ~0U;
    for (const char c : data) {
        sum ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1U) ^ ((sum & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~sum;
}

/// Of members that are stored as they are.
std::string zip(const std::vector<std::pair<std::string, std::string>>& members) {
    const auto number = [](std::size_t value, unsigned bytes) {
        std::string out;
        for (unsigned i = 0; i < bytes; ++i, value >>= 8U) out += static_cast<char>(value & 0xFFU);
        return out;
    };
    std::string out;
    std::string table;
    for (const auto& [name, data] : members) {
        const std::string facts = number(20, 2) + number(0, 8) + number(check_sum(data), 4) +
                                  number(data.size(), 4) + number(data.size(), 4) +
                                  number(name.size(), 2) + number(0, 2);
        table += "PK\1\2" + number(20, 2) + facts + number(0, 10) + number(out.size(), 4) + name;
        out += "PK\3\4" + facts + name + data;
    }
    return out + table + "PK\5\6" + number(0, 4) + number(members.size(), 2) +
           number(members.size(), 2) + number(table.size(), 4) + number(out.size(), 4) +
           number(0, 2);
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

TEST_CASE("archive: a page's folder is left out, before its page as well as behind it") {
    const std::string page = member("p.html", "P");
    const std::string part = member("p_files/ad.html", "A");
    const std::string other = member("q_files/b.html", "B");
    const std::string left_out = "a.tar#p_files/ad.html~belongs to the page beside it";
    CHECK(read("a.tar", tar(page + part + other)).lines ==
          Lines{"a.tar#p.html=P", left_out, "a.tar#q_files/b.html=B"});
    CHECK(read("a.tar", tar(other + part + page)).lines ==
          Lines{"a.tar#p.html=P", "a.tar#q_files/b.html=B", left_out});
    // Where the archive is cut, what came is not lost.
    CHECK(read("a.tar", other + part).lines == Lines{"a.tar!tar: the file ends too early",
                                                     "a.tar#q_files/b.html=B",
                                                     "a.tar#p_files/ad.html=A"});
}

TEST_CASE("archive: a zip's pages are known before its members are read") {
    CHECK(read("a.zip", zip({{"p-Dateien/ad.html", "A"}, {"q_files/b.html", "B"}, {"p.htm", "P"}}))
              .lines == Lines{"a.zip#p-Dateien/ad.html~belongs to the page beside it",
                              "a.zip#q_files/b.html=B", "a.zip#p.htm=P"});
}

TEST_CASE("archive: no more is held for pages that may follow than fits in memory") {
    const std::string large(10U << 20U, 'x');
    const Collected got = read("a.tar",
                               tar(member("p_files/a.txt", large) + member("p_files/b.txt", large) +
                                   member("p_files/c.txt", "C") + member("p.html", "P")),
                               {32U << 20U});
    Lines origins;
    for (const std::string& line : got.lines) origins.push_back(line.substr(0, 20));
    CHECK(origins == Lines{"a.tar#p_files/b.txt=", "a.tar#p.html=P", "a.tar#p_files/a.txt~",
                           "a.tar#p_files/c.txt~"});
}
