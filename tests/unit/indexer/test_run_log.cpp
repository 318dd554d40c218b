#include "base/file.hpp"
#include "indexer/run_log.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <thread>
#include <vector>

using namespace sitrep;

namespace {

std::string content(const std::string& path) {
    const auto file = read_file(path, 64U << 20U);
    return file ? file->bytes : "(" + file.error().message + ")";
}

auto lines_in(const std::string& path) {
    const std::string text = content(path);
    return std::count(text.begin(), text.end(), '\n');
}

}  // namespace

TEST_CASE("run log: a line has its time and its process") {
    const test::TempFolder folder;
    const std::string path = folder / "log";
    RunLog log;
    log.write("not open: goes nowhere");
    REQUIRE(log.open(path));
    log.write("started");
    const std::string text = content(path);
    CHECK(text.find("T") == 10);
    CHECK(text.find(" sitrep-index[") == 24);
    CHECK(text.ends_with("]: started\n"));
    CHECK(log.failure().empty());
}

TEST_CASE("run log: a full file makes room for a new one, and only one is kept") {
    const test::TempFolder folder;
    const std::string path = folder / "log";
    RunLog log;
    REQUIRE(log.open(path));
    const std::string long_line(RunLog::kMaxBytes / 4, 'x');
    for (int i = 0; i < 10; ++i) log.write(long_line);
    CHECK(lines_in(path) == 2);
    CHECK(lines_in(path + ".1") == 4);
    CHECK(log.failure().empty());
}

TEST_CASE("run log: who still holds the full file takes the new one, and leaves both as they are") {
    const test::TempFolder folder;
    const std::string path = folder / "log";
    RunLog first;
    RunLog second;
    REQUIRE(first.open(path));
    REQUIRE(second.open(path));
    const std::string long_line(RunLog::kMaxBytes / 4, 'x');
    for (int i = 0; i < 5; ++i) first.write(long_line);
    CHECK(lines_in(path) == 1);
    second.write("late");
    CHECK(lines_in(path) == 2);
    CHECK(lines_in(path + ".1") == 4);
}

TEST_CASE("run log: several writers lose no line, also while the file changes its name") {
    const test::TempFolder folder;
    const std::string path = folder / "log";
    constexpr int kWriters = 4;
    constexpr int kLines = 40;
    const std::string line(RunLog::kMaxBytes / 100, 'y');  // 160 of them: one change of names
    std::vector<std::thread> writers;
    for (int i = 0; i < kWriters; ++i) {
        writers.emplace_back([&] {
            RunLog log;
            if (!log.open(path)) return;
            for (int j = 0; j < kLines; ++j) log.write(line);
        });
    }
    for (std::thread& writer : writers) writer.join();
    CHECK(lines_in(path) + lines_in(path + ".1") == kWriters * kLines);
}

TEST_CASE("run log: what cannot be written is told") {
    const test::TempFolder folder;
    RunLog log;
    CHECK(log.open(folder / "no/log").error().code == ErrorCode::Io);
    CHECK(log.open(folder.path()).error().code == ErrorCode::Io);
    REQUIRE(log.open("/dev/full"));
    log.write("lost");
    CHECK(log.failure() == "the log /dev/full cannot be written: No space left on device");
}
