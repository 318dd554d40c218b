#include "indexer/worker/change_command.hpp"

#include <doctest/doctest.h>

using namespace sitrep;
using namespace std::chrono_literals;

namespace {

struct Outcome {
    std::string printed;  ///< each line in brackets
    std::string error;
};

Outcome run(const char* command, std::chrono::milliseconds time = 20s, bool interrupted = false,
            const std::vector<std::string>& variables = {"SITREP_ADDED=3"}) {
    auto parsed = ChangeCommand::parse(command);
    REQUIRE(parsed);
    REQUIRE(parsed->locate());
    Outcome outcome;
    const auto told = parsed->run(
        variables, time, [&] { return interrupted; },
        [&](std::string_view line) { outcome.printed += "[" + std::string(line) + "]"; });
    if (!told) outcome.error = told.error().message;
    return outcome;
}

}  // namespace

TEST_CASE("change command: it is told what was done, and its lines come back") {
    const Outcome outcome = run("sh -c 'echo $SITREP_ADDED; echo to stderr >&2; printf end'");
    CHECK(outcome.printed == "[3][to stderr][end]");
    CHECK(outcome.error.empty());
}

TEST_CASE("change command: what is told takes the place of what the environment says") {
    ::setenv("SITREP_DB", "elsewhere", 1);
    CHECK(run("sh -c 'echo $SITREP_DB; env | grep -c ^SITREP_DB='", 20s, false, {"SITREP_DB=/here"})
              .printed == "[/here][1]");
    ::unsetenv("SITREP_DB");
}

TEST_CASE("change command: a failure is an error with its reason") {
    CHECK(run("sh -c 'exit 3'").error == "--on-change: sh: exit code 3");
    CHECK(run("sh -c 'echo why; echo more; exit 3'").error == "--on-change: sh: exit code 3: why");
    CHECK(run("sleep 60", 100ms).error == "--on-change: sleep: was killed after 0.1 s");
    CHECK(run("sleep 60", 20s, true).error == "--on-change: sleep: was interrupted");
    CHECK(run("sh -c 'kill -9 $$'").error == "--on-change: sh: was killed (signal 9)");
}

TEST_CASE("change command: an endless line comes in pieces, and what stays behind keeps nobody") {
    const Outcome outcome = run("sh -c 'sleep 60 & head -c 10000 /dev/zero | tr \"\\0\" x'");
    CHECK(outcome.error.empty());
    CHECK(outcome.printed.size() == 10'000 + 6);
}

TEST_CASE("change command: what is no command is refused") {
    CHECK(ChangeCommand::parse("no-such-program")->locate().error().message ==
          "--on-change=no-such-program: no-such-program is no program that can be run");
    CHECK(ChangeCommand::parse("").error().code == ErrorCode::Usage);
    CHECK(ChangeCommand::parse("sh -c '").error().code == ErrorCode::Usage);
}
