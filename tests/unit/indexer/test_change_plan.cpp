#include "indexer/change_plan.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

namespace {

constexpr FileSignature kThen{10, 100, 100};

FileState state(const std::string& path, FileSignature signature = kThen,
                std::vector<std::string> failures = {}) {
    const std::uint64_t failed = failures.size();
    return {path, signature, "hash", 1, failed, std::move(failures)};
}

FileStates states(std::initializer_list<FileState> list) {
    FileStates out;
    for (const FileState& one : list) out[one.path] = one;
    return out;
}

WalkResult walked(std::initializer_list<FoundFile> files) {
    WalkResult result;
    result.files = files;
    return result;
}

}  // namespace

TEST_CASE("change plan: the same signature is unchanged, any difference is read") {
    for (const FileSignature& now :
         {FileSignature{11, 100, 100}, {10, 99, 100}, {10, 101, 100}, {10, 100, 99}}) {
        const ChangePlan plan = plan_changes(walked({{"a", now}}), states({state("a")}), "", {});
        REQUIRE(plan.to_read.size() == 1);
        CHECK(plan.to_read[0].known());
    }
    const ChangePlan plan =
        plan_changes(walked({{"a", kThen}}), states({state("a", kThen, {"bad line"})}), "", {});
    CHECK(plan.to_read.empty());
    CHECK(plan.unchanged == 1);
    CHECK(plan.known_failures == 1);
}

TEST_CASE("change plan: the first difference is the reason, whichever way a clock went") {
    const auto reason = [](const FileSignature& now) {
        return plan_changes(walked({{"a", now}}), states({state("a")}), "", {})
            .to_read.at(0)
            .reason;
    };
    CHECK(reason({11, 100, 100}) == ChangeReason::Size);
    CHECK(reason({10, 99, 100}) == ChangeReason::Mtime);
    CHECK(reason({10, 4'000'000'000'000'000'000, 100}) == ChangeReason::Mtime);
    CHECK(reason({10, 100, -5}) == ChangeReason::Ctime);
    CHECK(plan_changes(walked({{"b", kThen}}), {}, "", {}).to_read.at(0).reason ==
          ChangeReason::Added);
}

TEST_CASE("change plan: what failed is read again when it changes or --retry-failed says so") {
    const FileStates known = states({state("a", kThen, {"is empty"}), state("b")});
    const WalkResult found = walked({{"a", kThen}, {"b", kThen}});
    CHECK(plan_changes(found, known, "", {}).to_read.empty());
    const ChangePlan plan = plan_changes(found, known, "", {}, {Emptiness::Usual, 0, true});
    REQUIRE(plan.to_read.size() == 1);
    CHECK(plan.to_read[0].file.path == "a");
    CHECK(plan.to_read[0].reason == ChangeReason::Retried);
}

TEST_CASE("change plan: what was too large is read again when larger articles are allowed") {
    FileStates known = states({state("a", kThen, {"is larger"})});
    known["a"].limit = 2048;
    const WalkResult found = walked({{"a", kThen}});
    const auto read = [&](std::uint64_t limit) {
        return plan_changes(found, known, "", {}, {Emptiness::Usual, limit}).to_read.size();
    };
    CHECK(read(1024) == 0);
    CHECK(read(2048) == 0);
    CHECK(read(4096) == 1);
}

TEST_CASE("change plan: a file that could never be read is tried again") {
    FileStates known = states({state("a")});
    known["a"].content_hash.clear();
    CHECK(plan_changes(walked({{"a", kThen}}), known, "", {}).to_read.size() == 1);
}

TEST_CASE("change plan: to be touched as well keeps no file from being read that is due anyway") {
    const FileSignature touched{10, 200, 200};
    FileState held = state("a");
    held.held = 50;
    FileState cut = state("a");
    cut.limit = 1000;
    const FileState failed = state("a", kThen, {"bad line"});
    ChangeRules rules;
    rules.max_file_bytes = 2000;
    rules.retries_failed = true;
    for (const FileState& known : {held, cut, failed}) {
        const ChangePlan plan =
            plan_changes(walked({{"a", touched}}), states({known}), "", {}, rules);
        REQUIRE(plan.to_read.size() == 1);
        CHECK(plan.to_read[0].reason == ChangeReason::Mtime);
        CHECK(plan.to_read[0].same_bytes_too);
    }
    const ChangePlan plan =
        plan_changes(walked({{"a", touched}}), states({state("a")}), "", {}, rules);
    CHECK_FALSE(plan.to_read.at(0).same_bytes_too);
}

TEST_CASE("change plan: what is gone is removed, within the part looked at") {
    const FileStates known = states({state("a/x"), state("b/y"), state("ab")});
    CHECK(plan_changes(walked({{"ab", kThen}}), known, "", {}).vanished ==
          std::vector<std::string>{"a/x", "b/y"});
    CHECK(plan_changes(walked({}), known, "a", {}).vanished == std::vector<std::string>{"a/x"});
    CHECK(plan_changes(walked({}), known, "ab", {}).vanished == std::vector<std::string>{"ab"});
}

TEST_CASE("change plan: nothing is removed from a folder that could not be read") {
    WalkResult found = walked({{"c", kThen}});
    found.failures.push_back({"a", {}});
    const FileStates known = states({state("a/x"), state("b/y"), state("c")});
    CHECK(plan_changes(found, known, "", {}).vanished == std::vector<std::string>{"b/y"});
    found.failures.push_back({"", {}});
    CHECK(plan_changes(found, known, "", {}).vanished.empty());
}

TEST_CASE("change plan: nothing is removed that the run was told to leave alone") {
    WalkOptions options;
    options.exclude = {*Glob::parse("a/")};
    CHECK(plan_changes(walked({{"b", kThen}}), states({state("a/x"), state("b")}), "", options)
              .vanished.empty());
}

TEST_CASE("change plan: a root that holds nothing of what it held is emptied") {
    const FileStates known = states({state("a"), state("b")});
    CHECK(plan_changes(walked({}), known, "", {}).emptied);
    CHECK_FALSE(plan_changes(walked({}), known, "", {}, {Emptiness::Usual}).emptied);
    CHECK_FALSE(plan_changes(walked({{"a", kThen}}), known, "", {}).emptied);
    CHECK_FALSE(plan_changes(walked({}), {}, "", {}).emptied);
    WalkOptions options;
    options.include = {*Glob::parse("b")};
    CHECK_FALSE(plan_changes(walked({}), known, "", options).emptied);
}

TEST_CASE("change plan: a file that the brake held is read again when something may go") {
    FileStates known = states({state("a"), state("b")});
    known["a"].held = 7;
    for (const bool may_remove : {true, false}) {
        ChangePlan plan = plan_changes(walked({{"a", kThen}, {"b", kThen}}), known, "", {});
        CHECK(plan.unchanged == 1);
        REQUIRE(plan.held.size() == 1);
        settle_held(plan, known, may_remove);
        CHECK(plan.held.empty());
        CHECK(plan.unchanged == (may_remove ? 1 : 2));
        CHECK(plan.to_read.size() == (may_remove ? 1 : 0));
    }
}

TEST_CASE("change plan: an interrupted walk removes nothing") {
    WalkResult found = walked({{"b", kThen}});
    found.interrupted = true;
    CHECK(plan_changes(found, states({state("a"), state("b")}), "", {}).vanished.empty());
}

TEST_CASE("change plan: a folder that cannot be read is news once, and forgotten when it can be") {
    WalkResult found = walked({{"b", kThen}});
    found.failures = {{"a", {ErrorCode::Io, "Permission denied"}}};
    FileStates known = states({state("a/x"), state("b")});
    const ChangePlan first = plan_changes(found, known, "", {});
    REQUIRE(first.unread_folders.size() == 1);
    CHECK(first.vanished.empty());
    CHECK(!failed_before(known, found.failures[0]));

    known["a"] = first.unread_folders[0];
    const ChangePlan second = plan_changes(found, known, "", {});
    CHECK(second.unread_folders.empty());
    CHECK(second.mended_folders.empty());
    CHECK(second.vanished.empty());
    CHECK(second.known_failures == 1);
    CHECK(second.failed_before == std::vector<std::string>{"a"});
    CHECK(failed_before(known, found.failures[0]));

    found.failures[0].error.message = "Input/output error";
    CHECK(plan_changes(found, known, "", {}).unread_folders.size() == 1);

    const ChangePlan third = plan_changes(walked({{"a/x", kThen}, {"b", kThen}}), known, "", {});
    CHECK(third.mended_folders == std::vector<std::string>{"a"});
    CHECK(third.vanished.empty());
    CHECK(third.known_failures == 0);
    CHECK(plan_changes(walked({}), known, "", {}).emptied);
    CHECK(plan_changes(walked({{"b", kThen}}), known, "b", {}).mended_folders.empty());
}

TEST_CASE("change plan: a file that cannot be looked at keeps what is known of it") {
    WalkResult found;
    found.failures = {{"a", {ErrorCode::Io, "Permission denied"}}, {"", {ErrorCode::Io, "x"}}};
    CHECK(plan_changes(found, states({state("a")}), "", {}).unread_folders.empty());
}
