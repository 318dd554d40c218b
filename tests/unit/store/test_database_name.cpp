#include "store/database_name.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace sitrep;

namespace {

DatabaseName read(std::string_view name) {
    CAPTURE(name);
    Result<DatabaseName> parsed = parse_database_name(name);
    REQUIRE(parsed);
    return *std::move(parsed);
}

}  // namespace

TEST_CASE("database name: folders, servers, and folders that ssh leads to") {
    CHECK(read("news.db") == DatabaseName(FolderName{"news.db"}));
    CHECK(read("/srv/tcp:/x") == DatabaseName(FolderName{"/srv/tcp:/x"}));
    CHECK(read("tcp://127.0.0.1:4100") == DatabaseName(TcpName{"127.0.0.1", 4100}));
    CHECK(read("tcp://archive-2.example.org:65535") ==
          DatabaseName(TcpName{"archive-2.example.org", 65535}));
    CHECK(read("ssh://host/srv/news.db") == DatabaseName(SshName{"", "host", 0, "/srv/news.db"}));
    CHECK(read("ssh://me@host:2222/srv/a@b,c") ==
          DatabaseName(SshName{"me", "host", 2222, "/srv/a@b,c"}));
}

TEST_CASE("database name: what is no host, port, user or path is refused") {
    for (const std::string_view name : {
             "",
             "tcp://",
             "tcp://host",
             "tcp://host:",
             "tcp://host:0",
             "tcp://host:65536",
             "tcp://host:99999999999999999999",
             "tcp://host:-1",
             "tcp://host:+1",
             "tcp://host: 1",
             "tcp://host:0x50",
             "tcp://host:80/",
             "tcp://:80",
             "tcp://[::1]:80",
             "tcp://me@host:80",
             "ssh://",
             "ssh://host",
             "ssh://host/",
             "ssh:///srv",
             "ssh://@host/srv",
             "ssh://host:/srv",
             "ssh://a@b@host/srv",
         }) {
        CAPTURE(name);
        const Result<DatabaseName> parsed = parse_database_name(name);
        REQUIRE_FALSE(parsed);
        CHECK(parsed.error().code == ErrorCode::Usage);
        CHECK_FALSE(parsed.error().hint.empty());
    }
}

TEST_CASE("database name: nothing of it can be an option or shell text") {
    using namespace std::string_literals;
    for (const std::string& hostile : {"-oProxyCommand=id"s,
                                       "$(id)"s,
                                       "`id`"s,
                                       "a;id"s,
                                       "a|id"s,
                                       "a&id"s,
                                       "a id"s,
                                       "a\tid"s,
                                       "a\nid"s,
                                       "a\0b"s,
                                       "a'b"s,
                                       "a\"b"s,
                                       "a\\b"s,
                                       "a>b"s,
                                       "a*b"s,
                                       "a?b"s,
                                       "a{b}"s,
                                       "a#b"s,
                                       "a!b"s,
                                       "a(b)"s,
                                       "a\x1b[2J"s,
                                       "a\xc3\xa9"s,
                                       std::string(5000, 'a')}) {
        CAPTURE(hostile);
        CHECK_FALSE(parse_database_name("tcp://" + hostile + ":80"));
        CHECK_FALSE(parse_database_name("ssh://" + hostile + "/srv"));
        CHECK_FALSE(parse_database_name("ssh://" + hostile + "@host/srv"));
        CHECK_FALSE(parse_database_name("ssh://host:" + hostile + "/srv"));
        if (hostile.front() != '-') CHECK_FALSE(parse_database_name("ssh://host/" + hostile));
    }
}

TEST_CASE("database name: ssh is given options, then `--`, the host, and what runs there") {
    const std::string words = ssh_arguments({"me", "host", 22, "/srv/-x"}, 7);
    CHECK(words.find("BatchMode=yes") != std::string::npos);
    CHECK(words.find("ConnectTimeout=7 ") != std::string::npos);
    CHECK(words.ends_with(" -p 22 -l me -- host xapian-progsrv /srv/-x"));
    CHECK(ssh_arguments({"", "host", 0, "/srv"}, 7).find(" -l ") == std::string::npos);
}

TEST_CASE("database name: folders have one name, whatever leads to them") {
    CHECK(canonical_database_name("/usr/../usr/.") == canonical_database_name("/usr"));
    CHECK(canonical_database_name("tcp://a:1") == "tcp://a:1");
    CHECK(is_remote_name("ssh://x"));
    CHECK_FALSE(is_remote_name("./ssh://x"));
}
