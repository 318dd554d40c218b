#include "query/output.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <string>

namespace sitrep {

TEST_CASE("output: writes all of it, in order") {
    std::array<int, 2> ends{};
    REQUIRE(pipe(ends.data()) == 0);
    Output out(ends[1]);
    out.write("one ");
    out.write("two\n");
    CHECK(out.finish());
    close(ends[1]);
    std::string text(100, '\0');
    text.resize(static_cast<std::size_t>(read(ends[0], text.data(), text.size())));
    CHECK(text == "one two\n");
    close(ends[0]);
}

TEST_CASE("output: a reader that closed its end is no error, and ends the writing") {
    std::signal(SIGPIPE, SIG_IGN);
    std::array<int, 2> ends{};
    REQUIRE(pipe(ends.data()) == 0);
    close(ends[0]);
    Output out(ends[1]);
    out.write(std::string(200'000, 'x'));
    CHECK(!out.works());
    CHECK(out.finish());
    close(ends[1]);
}

TEST_CASE("output: a full disk is an error") {
    const int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
    REQUIRE(full >= 0);
    Output out(full);
    out.write("x");
    const Result<void> written = out.finish();
    REQUIRE(!written);
    CHECK(written.error().code == ErrorCode::Io);
    close(full);
}

}  // namespace sitrep
