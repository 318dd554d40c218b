#include "indexer/worker/worker.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <thread>

using namespace sitrep;
using namespace std::chrono_literals;

namespace {

bool is_interrupted = false;

struct FakeWorker {
    explicit FakeWorker(const WorkerLimits& limits = {})
        : worker({SITREP_FAKE_WORKER}, limits, [] { return is_interrupted; }) {
        std::signal(SIGPIPE, SIG_IGN);
    }

    std::string ask(std::string_view message) {
        const Result<std::string> answer = worker.ask({message});
        return answer ? *answer : "error: " + answer.error().message;
    }

    Worker worker;
};

WorkerLimits with_time(std::chrono::milliseconds time) {
    WorkerLimits limits;
    limits.time = time;
    return limits;
}

/// Orphans that nobody reaps stay as zombies: those are dead.
bool lives(int process) {
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    std::string line;
    while (std::getline(status, line)) {
        if (line.starts_with("State:")) return line.find('Z') == std::string::npos;
    }
    return false;
}

}  // namespace

TEST_CASE("worker: answers one message after another from one process") {
    FakeWorker fake;
    CHECK(fake.worker.process_id() == -1);
    CHECK(fake.ask("a") == "echo a");
    const std::string process = fake.ask("pid");
    CHECK(fake.ask("") == "echo ");
    CHECK(fake.ask("pid") == process);
    CHECK(fake.ask(std::string(5U << 20U, 'x')).size() == (5U << 20U) + 5);
}

TEST_CASE("worker: one that crashes or ends fails its message only") {
    FakeWorker fake;
    CHECK(fake.ask("exit") == "error: exit code 3");
    CHECK(fake.ask("a") == "echo a");
    const std::string crashed = fake.ask("crash");  // sanitizers make an exit of it
    CHECK((crashed == "error: crashed (signal 11)" || crashed == "error: exit code 1"));
    CHECK(fake.ask("b") == "echo b");
}

TEST_CASE("worker: one that hangs is killed when its time is over") {
    FakeWorker fake(with_time(300ms));
    CHECK(fake.ask("hang") == "error: was killed after 0.3 s");
    CHECK(fake.ask("a") == "echo a");
}

TEST_CASE("worker: killed in the middle of a message, that message fails and the next does not") {
    FakeWorker fake;
    fake.ask("a");
    const int process = fake.worker.process_id();
    std::thread killer([process] {
        std::this_thread::sleep_for(100ms);
        kill(process, SIGKILL);
    });
    CHECK(fake.ask("hang") == "error: was killed (signal 9)");
    killer.join();
    CHECK(fake.ask("b") == "echo b");
}

TEST_CASE("worker: one that died between two messages costs none") {
    FakeWorker fake;
    fake.ask("a");
    const int process = fake.worker.process_id();
    kill(process, SIGKILL);
    siginfo_t info = {};
    waitid(P_PID, static_cast<id_t>(process), &info, WEXITED | WNOWAIT);
    CHECK(fake.ask("b") == "echo b");
}

TEST_CASE("worker: rubbish, and an answer that is too large, are refused") {
    WorkerLimits limits;
    limits.answer_bytes = 1U << 20U;
    FakeWorker fake(limits);
    CHECK(fake.ask("rubbish") == "error: answered rubbish");
    CHECK(fake.ask("flood") == "error: answered rubbish");
    CHECK(fake.ask("a") == "echo a");
}

// Sanitized builds have no such limit.
TEST_CASE("worker: one that devours memory ends before the machine's does" *
          doctest::skip(kSanitized)) {
    WorkerLimits limits;
    limits.memory_bytes = 128U << 20U;
    FakeWorker fake(limits);
    CHECK(fake.ask("devour") == "error: ran out of memory");
    CHECK(fake.ask("a") == "echo a");
}

TEST_CASE("worker: has its three streams and nothing else of ours") {
    const int left_open = open("/dev/null", O_RDONLY);
    REQUIRE(left_open >= 0);
    FakeWorker fake;
    CHECK(fake.ask("descriptors") == "3");
    close(left_open);
}

TEST_CASE("worker: gets no new privileges, and writes neither files nor a core") {
    FakeWorker fake;
    CHECK(fake.ask("rights") == "no new privileges, core 0, file 0");
}

TEST_CASE("worker: a new process takes over after so many messages or bytes") {
    WorkerLimits limits;
    limits.messages = 2;
    limits.message_bytes = 1000;
    FakeWorker fake(limits);
    const std::string first = fake.ask("pid");
    CHECK(fake.ask("pid") == first);
    const std::string second = fake.ask("pid");
    CHECK(second != first);
    CHECK(fake.ask(std::string(2000, 'x')).size() == 2005);
    CHECK(fake.ask("pid") != second);
}

TEST_CASE("worker: an interruption ends the wait at once") {
    FakeWorker fake;
    fake.ask("a");
    std::thread interrupter([] {
        std::this_thread::sleep_for(100ms);
        is_interrupted = true;
    });
    CHECK(fake.ask("hang") == "error: was interrupted");
    interrupter.join();
    is_interrupted = false;
}

TEST_CASE("worker: is gone when its owner is") {
    int process = -1;
    {
        FakeWorker fake;
        fake.ask("a");
        process = fake.worker.process_id();
        CHECK(lives(process));
    }
    CHECK_FALSE(lives(process));
}

TEST_CASE("worker: dies with a program that is killed while it waits") {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const pid_t owner = fork();
    if (owner == 0) {
        FakeWorker fake;
        fake.ask("a");
        const int process = fake.worker.process_id();
        if (write(ends[1], &process, sizeof process) != sizeof process) _exit(1);
        fake.ask("hang");
        _exit(0);
    }
    int process = -1;
    REQUIRE(read(ends[0], &process, sizeof process) == sizeof process);
    kill(owner, SIGKILL);
    waitpid(owner, nullptr, 0);
    for (int i = 0; i < 500 && lives(process); ++i) std::this_thread::sleep_for(10ms);
    CHECK_FALSE(lives(process));
    close(ends[0]);
    close(ends[1]);
}

TEST_CASE("worker: a program that is not there fails with its name") {
    Worker worker({"/nowhere/reader"}, {}, [] { return false; });
    const Result<std::string> answer = worker.ask({"a"});
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == ErrorCode::Transient);
    CHECK(answer.error().message == "cannot start /nowhere/reader: No such file or directory");
}
