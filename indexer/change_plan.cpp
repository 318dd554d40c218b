#include "indexer/change_plan.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace sitrep {
namespace {

bool in_unread_folder(const WalkResult& found, std::string_view path) {
    return std::any_of(
        found.failures.begin(), found.failures.end(),
        [path](const WalkFailure& failure) { return is_inside(path, failure.path); });
}

/// What becomes of folders that could not be read, now or before.
void add_folders(ChangePlan& plan, const WalkResult& found, const FileStates& known,
                 const std::string& subtree) {
    for (const WalkFailure& failure : found.failures) {
        const auto state = known.find(failure.path);
        if (failed_before(known, failure)) {
            ++plan.known_failures;
            plan.failed_before.push_back(failure.path);
        } else if (!failure.path.empty() &&
                   (state == known.end() || state->second.is_unread_folder())) {
            plan.unread_folders.push_back({failure.path, {}, "", 0, 1, {failure.error.message}});
        }
    }
    for (const auto& [path, state] : known) {
        if (state.is_unread_folder() && is_inside(path, subtree) && !in_unread_folder(found, path))
            plan.mended_folders.push_back(path);
    }
    std::sort(plan.mended_folders.begin(), plan.mended_folders.end());
}

/// Why a known file is to be read even if nobody touched it. A file that could never be read (no
/// content hash) is tried again each time: what hindered it may not show in its signature.
std::optional<ChangeReason> due_anyway(const FileState& state, const std::string& filter,
                                       const ChangeRules& rules) {
    if (state.content_hash.empty()) return ChangeReason::Unfinished;
    if (!filter.empty() && state.filter != filter) return ChangeReason::Filter;
    if (state.limit != 0 && rules.max_file_bytes > state.limit) return ChangeReason::Limit;
    if (state.held != 0) return ChangeReason::Held;
    if (rules.retries_failed && state.failed != 0) return ChangeReason::Retried;
    return std::nullopt;
}

/// What of a file's signature is another, whichever way a clock went.
std::optional<ChangeReason> difference(const FileSignature& then, const FileSignature& now) {
    if (then.size != now.size) return ChangeReason::Size;
    if (then.mtime_ns != now.mtime_ns) return ChangeReason::Mtime;
    if (then.ctime_ns != now.ctime_ns) return ChangeReason::Ctime;
    return std::nullopt;
}

/// A known file as it is to be read; none where it is not.
std::optional<PlannedFile> change_of(const FileState& state, const FoundFile& file,
                                     const std::string& filter, const ChangeRules& rules) {
    const std::optional<ChangeReason> due = due_anyway(state, filter, rules);
    const std::optional<ChangeReason> changed = difference(state.signature, file.signature);
    if (!due && !changed) return std::nullopt;
    return PlannedFile{file, changed ? *changed : *due, due.has_value()};
}

/// Whether a run without the filters that read a file leaves it as it is, lest it lose articles.
bool needs_filter(const FileState& state, const std::string& filter) {
    return filter.empty() && !state.filter.empty();
}

void add_unchanged(ChangePlan& plan, const FileState& state) {
    ++plan.unchanged;
    plan.known_failures += state.failed;
    plan.stale += state.stale ? 1 : 0;
    if (state.failed != 0) plan.failed_before.push_back(state.path);
}

void add_known(ChangePlan& plan, const FileState& state, std::optional<PlannedFile> change,
               bool is_unfiltered) {
    if (change && change->reason == ChangeReason::Held) {
        plan.held.push_back(*std::move(change));
    } else if (change && !is_unfiltered) {
        plan.to_read.push_back(*std::move(change));
    } else {
        if (change) plan.unfiltered.push_back(state.path);
        add_unchanged(plan, state);
    }
}

std::vector<std::string> vanished(const WalkResult& found, const FileStates& known,
                                  const std::string& subtree, const WalkOptions& options) {
    std::unordered_set<std::string_view> present;
    for (const FoundFile& file : found.files) present.insert(file.path);
    for (const SkippedFile& file : found.skipped) {
        if (file.unread_kind) present.insert(file.path);
    }
    std::vector<std::string> gone;
    for (const auto& [path, state] : known) {
        if (!is_inside(path, subtree) || present.contains(path) || state.is_unread_folder() ||
            in_unread_folder(found, path))
            continue;
        if (is_selected(options, path)) gone.push_back(path);
    }
    std::sort(gone.begin(), gone.end());
    return gone;
}

}  // namespace

bool failed_before(const FileStates& known, const WalkFailure& failure) {
    const auto state = known.find(failure.path);
    return state != known.end() && state->second.is_unread_folder() &&
           state->second.failures == std::vector<std::string>{failure.error.message};
}

ChangePlan plan_changes(const WalkResult& found, const FileStates& known,
                        const std::string& subtree, const WalkOptions& options,
                        const ChangeRules& rules) {
    ChangePlan plan;
    std::size_t still_there = 0;
    for (const FoundFile& file : found.files) {
        const auto state = known.find(file.path);
        if (state == known.end()) {
            plan.to_read.push_back({file, ChangeReason::Added});
        } else {
            ++still_there;
            const std::string filter = options.filter_of(file.path);
            add_known(plan, state->second, change_of(state->second, file, filter, rules),
                      needs_filter(state->second, filter));
        }
    }
    if (found.interrupted) return plan;
    add_folders(plan, found, known, subtree);
    if (still_there < known.size()) plan.vanished = vanished(found, known, subtree, options);
    plan.emptied = rules.emptiness == Emptiness::Suspicious && subtree.empty() && !known.empty() &&
                   found.files.empty() && found.skipped.empty() &&
                   plan.vanished.size() + plan.mended_folders.size() == known.size();
    return plan;
}

void settle_held(ChangePlan& plan, const FileStates& known, bool may_remove) {
    for (PlannedFile& file : plan.held) {
        if (may_remove) {
            plan.to_read.push_back(std::move(file));
        } else {
            add_unchanged(plan, known.at(file.file.path));
        }
    }
    plan.held.clear();
}

}  // namespace sitrep
