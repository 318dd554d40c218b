#include "model/file_state.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

TEST_CASE("file state: comes back as it was stored") {
    const FileState state{"a/b.txt", {5, -1, 1'700'000'000'000'000'000},
                          "00ff",    3,
                          2,         {"is empty", "#2: is not JSON"},
                          "f",       true,
                          12,        2048};
    const Result<FileState> read = decode_file_state(encode_file_state(state));
    REQUIRE(read);
    CHECK(*read == state);
}

TEST_CASE("file state: what version 2 stored is read, and is not stale") {
    const FileState state{"a", {1, 2, 3}, "h", 4, 0, {}, "f"};
    std::string stored = encode_file_state(state);
    constexpr std::size_t kWhatIsNew = 1 + 1 + 1 + 8;
    stored.resize(stored.size() - kWhatIsNew);
    stored[0] = 2;
    const Result<FileState> read = decode_file_state(stored);
    REQUIRE(read);
    CHECK(*read == state);
    CHECK_FALSE(decode_file_state(stored + "x"));
}

TEST_CASE("file state: damaged bytes are an error, never a value") {
    const std::string good = encode_file_state({"a", {1, 2, 3}, "h", 0, 1, {"why"}});
    for (std::size_t size = 0; size < good.size(); ++size) {
        CHECK_FALSE(decode_file_state(std::string_view(good).substr(0, size)));
    }
    CHECK_FALSE(decode_file_state(good + "x"));
}

TEST_CASE("file state: a bit that fell over shows, wherever it is") {
    const std::string good =
        encode_file_state({"a", {1, 2, 3}, "00ff", 1, 1, {"why"}, "", true, 4});
    for (std::size_t bit = 0; bit < 8 * good.size(); ++bit) {
        std::string damaged = good;
        damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
        CHECK_FALSE(decode_file_state(damaged));
    }
}
