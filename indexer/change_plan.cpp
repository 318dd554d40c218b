#include "indexer/change_plan.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace sitrep {
namespace {

bool in_unread_folder(const WalkResult& found, std::string_view path) {
    return std::any_of(
        found.failures.begin(), found.failures.end(),
        [path](const WalkFailure& failure) { return is_inside(path, failure.path); });
}

/// A run without the filters that read a file leaves it as it is, so that it loses no articles.
/// A file that could never be read (no content hash) is tried again each time: what hindered it may
/// not show in its signature.
bool is_unchanged(const FileState& state, const FoundFile& file, const std::string& filter) {
    return state.signature == file.signature && !state.content_hash.empty() &&
           (filter.empty() || state.filter == filter);
}

}  // namespace

ChangePlan plan_changes(const WalkResult& found, const FileStates& known,
                        const std::string& subtree, const WalkOptions& options,
                        Emptiness emptiness) {
    ChangePlan plan;
    std::unordered_set<std::string_view> present;
    for (const FoundFile& file : found.files) {
        present.insert(file.path);
        const auto state = known.find(file.path);
        if (state != known.end() &&
            is_unchanged(state->second, file, options.filter_of(file.path))) {
            ++plan.unchanged;
            plan.known_failures += state->second.failed;
            if (state->second.failed != 0) plan.failed_before.push_back(file.path);
        } else {
            plan.to_read.push_back({file, state != known.end()});
        }
    }
    for (const SkippedFile& file : found.skipped) {
        if (file.unread_kind) present.insert(file.path);
    }
    if (found.interrupted) return plan;
    for (const auto& [path, state] : known) {
        if (!is_inside(path, subtree) || present.contains(path) || in_unread_folder(found, path))
            continue;
        if (is_selected(options, path)) plan.vanished.push_back(path);
    }
    std::sort(plan.vanished.begin(), plan.vanished.end());
    plan.emptied = emptiness == Emptiness::Suspicious && subtree.empty() && found.files.empty() &&
                   found.skipped.empty() && !plan.vanished.empty();
    if (plan.emptied) plan.vanished.clear();
    return plan;
}

}  // namespace sitrep
