#include "indexer/source/gzip.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace sitrep;

namespace {

/// `gzip -n` of "hello\n".
const std::string kHello(
    "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xcb\x48\xcd\xc9\xc9\xe7\x02\x00\x20\x30\x3a\x36"
    "\x06\x00\x00\x00",
    26);
constexpr std::uint64_t kRoomy = 1U << 20U;

class NoSink : public RecordSink {
  public:
    bool record(RawRecord /*record*/) override { return false; }
    void failure(const Origin& /*origin*/, const Error& /*error*/) override {}
};

Result<std::string> gunzip(std::string_view bytes, std::uint64_t max_bytes) {
    MemorySource file(bytes);
    NoSink sink;
    const ReadLimits limits;
    Reading reading(file, limits, sink);
    return read_whole(*gunzipped(file, reading), max_bytes);
}

}  // namespace

TEST_CASE("gzip: unpacks, joins members, ignores what follows the last") {
    CHECK(*gunzip(kHello, kRoomy) == "hello\n");
    CHECK(*gunzip(kHello + kHello, kRoomy) == "hello\nhello\n");
    CHECK(*gunzip(kHello + std::string(100, '\0'), kRoomy) == "hello\n");
}

TEST_CASE("gzip: a file cut anywhere is an error, never a part") {
    for (std::size_t size = 0; size < kHello.size(); ++size) {
        CAPTURE(size);
        CHECK_FALSE(gunzip(kHello.substr(0, size), kRoomy));
    }
    CHECK(gunzip(kHello.substr(0, 20), kRoomy).error().message == "gzip: the file ends too early");
}

TEST_CASE("gzip: a wrong check sum is an error") {
    std::string wrong = kHello;
    wrong[18] = 'x';
    CHECK(gunzip(wrong, kRoomy).error().message == "gzip: incorrect data check");
}

TEST_CASE("gzip: stops at the limit") {
    CHECK(gunzip(kHello, 6));
    CHECK(gunzip(kHello, 5).error().message == "is larger than the limit of 5 bytes");
}
