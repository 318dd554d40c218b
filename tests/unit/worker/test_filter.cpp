#include "indexer/worker/filter.hpp"
#include "indexer/worker/process.hpp"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

using namespace sitrep;
using namespace std::chrono_literals;

namespace {

Result<Filter> filter_of(std::string_view option) {
    Result<Filter> filter = Filter::parse(option);
    if (!filter) return filter;
    if (Result<void> found = filter->locate(); !found) return found.error();
    return filter;
}

/// What `command` makes of `bytes`, or why it makes nothing.
std::string filtered(const std::string& command, std::string_view bytes,
                     const FilterLimits& limits = {}, const std::string& path = "") {
    std::signal(SIGPIPE, SIG_IGN);
    const Result<Filter> filter = filter_of("docx=" + command);
    if (!filter) return "refused: " + filter.error().message;
    const Result<std::string> text =
        filter->run(bytes, path, ".docx", limits, [] { return false; });
    return text ? *text : "error: " + text.error().message;
}

}  // namespace

TEST_CASE("filter: the option names endings and a command that can be run") {
    const Result<Filter> filter = Filter::parse("DOC, .docx,odt=cat -u");
    REQUIRE(filter);
    CHECK(filter->endings() == std::vector<std::string>{".doc", ".docx", ".odt"});
    CHECK_FALSE(Filter::parse("docx"));
    CHECK_FALSE(Filter::parse("=cat"));
    CHECK_FALSE(Filter::parse("a/b=cat"));
    CHECK_FALSE(Filter::parse("docx="));
    CHECK_FALSE(Filter::parse("docx='cat"));
    const Result<Filter> missing = filter_of("docx=no-such-program-here");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().message ==
          "--filter=docx=no-such-program-here: no-such-program-here is no "
          "program that can be run");
}

TEST_CASE("filter: bytes go in, text comes out, however much of both") {
    CHECK(filtered("cat", "A story.") == "A story.");
    const std::string long_text(3U << 20U, 'x');
    CHECK(filtered("cat", long_text) == long_text);
    CHECK(filtered("head -c 5", long_text) == "xxxxx");
}

TEST_CASE("filter: a path takes the place of {}, of a private file where there is none") {
    CHECK(filtered("cat {}", "A story.") == "A story.");
    CHECK(filtered("echo {}", "", {}, "/a path/b.docx") == "/a path/b.docx\n");
    const std::string named = filtered("ls -l {}", "A story.");
    CHECK(named.starts_with("-rw-------"));
    CHECK(named.ends_with("input.docx\n"));
}

TEST_CASE("filter: no shell stands between") {
    CHECK(filtered("echo $HOME '*' \"a;b\" a\\ b", "") == "$HOME * a;b a b\n");
}

TEST_CASE("filter: an exit code is a failure, told with the first complaint, made safe to show") {
    CHECK(filtered("sh -c 'printf \"\\033[1mno\\n\" >&2; echo more >&2; exit 3'", "x") ==
          "error: filter sh: exit code 3: ^[[1mno");
    CHECK(filtered("false", "x") == "error: filter false: exit code 1");
    CHECK(filtered("sh -c 'kill -9 $$'", "x") == "error: filter sh: was killed (signal 9)");
    CHECK(filtered("true", "x") == "error: filter true: gives no text");
}

TEST_CASE("filter: one that hangs is killed with all it started, when its time is over") {
    FilterLimits limits;
    limits.time = 300ms;
    CHECK(filtered("sleep 60", "x", limits) == "error: filter sleep: was killed after 0.3 s");
    CHECK(filtered("sh -c 'exec >&- 2>&-; sleep 60'", "x", limits) ==
          "error: filter sh: was killed after 0.3 s");
    CHECK(filtered("sh -c 'sleep 60 | cat'", "x", limits) ==
          "error: filter sh: was killed after 0.3 s");
}

TEST_CASE("filter: what it leaves running does not keep us") {
    const auto start = std::chrono::steady_clock::now();
    CHECK(filtered("sh -c 'sleep 60 & echo done'", "x") == "done\n");
    CHECK(std::chrono::steady_clock::now() - start < 10s);
}

TEST_CASE("filter: what goes into a session of its own ends with it too") {
    const std::string told = filtered(
        "sh -c 'setsid sh -c \"sleep 60 & echo \\$!; sleep 60\" & read line; sleep 0.3; echo'", "");
    const int left = std::atoi(told.c_str());
    REQUIRE(left > 0);
    CHECK(kill(left, 0) != 0);
}

TEST_CASE("filter: what no filter started lives on, though it becomes ours while one runs") {
    int numbers[2];
    REQUIRE(pipe(numbers) == 0);
    const pid_t parent = fork();
    if (parent == 0) {
        const pid_t orphan = fork();
        if (orphan != 0 && write(numbers[1], &orphan, sizeof orphan) < 0) _exit(1);
        for (;;) pause();
    }
    pid_t orphan = 0;
    REQUIRE(read(numbers[0], &orphan, sizeof orphan) == sizeof orphan);
    close(numbers[0]);
    close(numbers[1]);
    const std::string end_parent = "kill -9 " + std::to_string(parent);
    CHECK(filtered("sh -c '" + end_parent + "; sleep 0.3; echo done'", "") == "done\n");
    CHECK(waitpid(orphan, nullptr, WNOHANG) == 0);  // ours, and not ended
    kill(orphan, SIGKILL);
    CHECK(waitpid(orphan, nullptr, 0) == orphan);
    CHECK(waitpid(parent, nullptr, 0) == parent);
}

TEST_CASE("filter: time, memory and signals say nothing of the file") {
    std::signal(SIGPIPE, SIG_IGN);  // as the program does
    const Result<Filter> filter = filter_of("docx=sh -c 'exec >&- 2>&-; sleep 60'");
    REQUIRE(filter);
    FilterLimits limits;
    limits.time = 300ms;
    const auto code = [&](const std::function<bool()>& interrupted) {
        return filter->run("x", "", ".docx", limits, interrupted).error().code;
    };
    CHECK(code([] { return false; }) == ErrorCode::Transient);
    limits.time = 1h;
    CHECK(code([] { return true; }) == ErrorCode::Transient);
    // Also where its streams are closed and only its end is waited for.
    const auto start = std::chrono::steady_clock::now();
    const auto soon = [start] { return std::chrono::steady_clock::now() - start > 300ms; };
    CHECK(code(soon) == ErrorCode::Transient);
    CHECK(filter_of("docx=false")->run("x", "", ".docx", {}, [] { return false; }).error().code ==
          ErrorCode::BadInput);
}

TEST_CASE("filter: output has a limit") {
    FilterLimits limits;
    limits.output_bytes = 1000;
    CHECK(filtered("yes", "x", limits) == "error: filter yes: gives more than 1000 bytes");
}

// Sanitized builds have no such limit.
TEST_CASE("filter: memory has a limit" * doctest::skip(kSanitized)) {
    FilterLimits limits;
    limits.memory_bytes = 64U << 20U;
    CHECK(filtered("python3 -c \"print(len('x' * 200000000))\"", "x", limits)
              .starts_with("error: filter python3: exit code 1"));
}
