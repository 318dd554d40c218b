#include "base/error.hpp"
#include "base/result.hpp"

#include <doctest/doctest.h>

#include <cerrno>
#include <memory>

namespace {

using namespace sitrep;

TEST_CASE("error: each kind has the exit code of the man pages") {
    CHECK(exit_code(ErrorCode::BadInput) == 1);
    CHECK(exit_code(ErrorCode::Usage) == 2);
    CHECK(exit_code(ErrorCode::BadQuery) == 2);
    CHECK(exit_code(ErrorCode::Database) == 3);
    CHECK(exit_code(ErrorCode::Overtaken) == 3);
    CHECK(exit_code(ErrorCode::Io) == 4);
    CHECK(exit_code(ErrorCode::Locked) == 75);
}

TEST_CASE("error: an errno becomes words") {
    const Error error = io_error("cannot read x", ENOENT);
    CHECK(error.code == ErrorCode::Io);
    CHECK(error.message == "cannot read x: No such file or directory");
}

TEST_CASE("result: holds a value or an error, and gives up what can only be moved") {
    Result<std::unique_ptr<int>> good(std::make_unique<int>(7));
    REQUIRE(good);
    const std::unique_ptr<int> taken = *std::move(good);
    CHECK(*taken == 7);
    const Result<int> bad(Error{ErrorCode::Io, "no"});
    CHECK_FALSE(bad);
    CHECK(bad.error().message == "no");
    CHECK(Result<void>().has_value());
    CHECK_FALSE(Result<void>(Error{ErrorCode::Io, "no"}).has_value());
}

}  // namespace
