#include "indexer/run_planner.hpp"

#include "base/file.hpp"
#include "base/strings.hpp"
#include "indexer/move_finder.hpp"
#include "indexer/source/file_type.hpp"
#include "indexer/walk_options.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace sitrep {
namespace {

std::string described(const FileSystem& file_system) {
    return file_system.source + " (" + file_system.type + ") at " + file_system.mount_point;
}

/// Whether nothing stands where the file stood, as where a disk is not mounted.
bool is_place_bare(const std::string& file) {
    std::error_code failure;
    return std::filesystem::is_empty(std::filesystem::path(file).parent_path(), failure) || failure;
}

}  // namespace

RunPlanner::RunPlanner(const IndexOptions& options, const Contents& contents,
                       Diagnostics& diagnostics, Summary& summary, ExitStatus& status)
    : options_(options),
      contents_(contents),
      diagnostics_(diagnostics),
      summary_(summary),
      status_(status),
      walk_options_(walk_options(options)) {
    walk_options_.database = absolute_path(options.database);
}

std::vector<Target> RunPlanner::targets_of(const std::vector<std::string>& paths,
                                           std::map<std::string, std::string> roots) {
    std::vector<Target> targets;
    if (paths.empty() && options_.forget.empty() && options_.files_from.empty()) {
        for (const auto& [id, root] : roots) {
            if (id != kLooseRoot) targets.push_back({id, root, ""});
        }
        targets = without_covered(targets);
        if (roots.contains(kLooseRoot)) targets.push_back({kLooseRoot, "/", ""});
        return targets;
    }
    KnownRoots known(std::move(roots));
    for (const std::string& path : paths) {
        const bool is_named = !options_.root_id.empty() && path == options_.paths.front();
        Result<Target> target =
            is_named ? named_root(path, options_.root_id, known) : find_target(path, known);
        if (!target) {
            status_.raise(diagnostics_.error(target.error()));
            continue;
        }
        if (!known.paths().contains(target->root_id)) {
            if (std::optional<std::string> moved = moved_to(target->root_path, known.paths()))
                target->root_id = *std::move(moved);
        }
        known.put(target->root_id, target->root_path);
        targets.push_back(*std::move(target));
    }
    return without_covered(targets);
}

/// The id of a root that is gone from its place and whose files stand in `folder` now, as they
/// were: of the first of them, more than half.
std::optional<std::string> RunPlanner::moved_to(const std::string& folder,
                                                const std::map<std::string, std::string>& roots) {
    constexpr std::size_t kMostLookedAt = 50;
    for (const auto& [id, path] : roots) {
        const Result<FileInfo> old_place = file_info(path);
        if (id == kLooseRoot || !old_place || old_place->kind != FileKind::Missing) continue;
        const Result<Remembered*> root = states_of(id);
        if (!root) continue;  // told when it is looked at
        std::size_t looked_at = 0;
        std::size_t same = 0;
        for (const auto& [file, state] : *(*root)->all) {
            if (looked_at++ == kMostLookedAt) break;
            const Result<FileInfo> now = file_info(joined_path(folder, file));
            const bool is_same = now && now->kind == FileKind::Regular &&
                                 now->signature.size == state.signature.size &&
                                 now->signature.mtime_ns == state.signature.mtime_ns;
            same += is_same ? 1U : 0U;
        }
        if (2 * same > std::min(looked_at, kMostLookedAt)) return id;
    }
    return std::nullopt;
}

Result<RunPlan> RunPlanner::plan(const std::vector<Target>& targets) {
    RunPlan run;
    for (const Target& target : targets) {
        Result<PlannedTarget> planned = plan(target);
        if (!planned) return planned.error();
        run.targets.push_back(*std::move(planned));
    }
    MoveFinder moves(options_.filters, contents_);
    if (Result<void> found = moves.find(run); !found) return found.error();
    summary_.bytes += moves.bytes();
    for (const PlannedTarget& planned : run.targets) {
        if (!planned.there) continue;
        if (Result<void> added = add_to_root(planned, run); !added) return added.error();
    }
    settle_roots(run);
    for (PlannedTarget& planned : run.targets) refuse_wrong_place(planned, run);
    return run;
}

Result<PlannedTarget> RunPlanner::plan(const Target& target) {
    PlannedTarget planned{target, {}, {}};
    Result<std::shared_ptr<const FileStates>> known = known_in(target);
    if (!known) return known.error();
    planned.known = *std::move(known);
    planned.there = is_there(target, *planned.known);
    if (!planned.there) return planned;
    const WalkResult found = look(target, *planned.known);
    report(target, found, *planned.known);
    if (!options_.filters.filters.empty()) {
        walk_options_.filter_of = [this, &target](std::string_view path) {
            return options_.filters.fingerprint(target.absolute(std::string(path)));
        };
    }
    planned.plan =
        plan_changes(found, *planned.known, target.subtree, walk_options_,
                     {target.root_id == kLooseRoot ? Emptiness::Usual : Emptiness::Suspicious,
                      options_.max_file_bytes, options_.retry_failed});
    for (const std::string& path : planned.plan.unfiltered) {
        diagnostics_.note(target.absolute(path) +
                          ": has changed, and is left as it was without its --filter");
    }
    for (const std::string& path : planned.plan.failed_before) {
        for (const std::string& reason : planned.known->at(path).failures) {
            diagnostics_.detail(target.absolute(path) + ": failed before: " + reason);
        }
    }
    return planned;
}

/// All states of a root.
Result<RunPlanner::Remembered*> RunPlanner::states_of(const std::string& root_id) {
    auto root = remembered_.find(root_id);
    if (root == remembered_.end()) {
        Result<FileStates> all = contents_.file_states(root_id);
        if (!all) return all.error();
        auto shared = std::make_shared<const FileStates>(*std::move(all));
        root = remembered_.emplace(root_id, Remembered{std::move(shared), {}}).first;
    }
    return &root->second;
}

/// The states of the files that lie in the target.
Result<std::shared_ptr<const FileStates>> RunPlanner::known_in(const Target& target) {
    const Result<Remembered*> root = states_of(target.root_id);
    if (!root) return root.error();
    auto& [all, sorted] = **root;
    if (target.subtree.empty()) return all;
    if (sorted.empty()) {
        for (const auto& [path, state] : *all) sorted.emplace(path, &state);
    }
    auto inside = std::make_shared<FileStates>();
    const auto add = [&inside](const auto& file) {
        inside->emplace(std::string(file.first), *file.second);
    };
    if (const auto file = sorted.find(target.subtree); file != sorted.end()) add(*file);
    const std::string folder = target.subtree + "/";
    for (auto file = sorted.lower_bound(folder);
         file != sorted.end() && file->first.starts_with(folder); ++file)
        add(*file);
    return std::shared_ptr<const FileStates>(std::move(inside));
}

/// Whether there is anything to look at; says what is not.
bool RunPlanner::is_there(const Target& target, const FileStates& known) {
    const Result<FileInfo> root = file_info(target.root_path);
    if (!root || root->kind != FileKind::Directory) {
        const bool is_gone = !root || root->kind == FileKind::Missing;
        const std::string place =
            is_gone ? "NEW-PLACE" : shell_quoted(resolved_path(target.root_path));
        const Error missing{ErrorCode::Database,
                            std::string(is_gone ? "is not there" : "is no folder any more") +
                                "; its articles are kept",
                            "if it has moved: sitrep-index --root-id " + target.root_id + " " +
                                place + "; to drop them: sitrep-index --forget " +
                                shell_quoted(target.root_path)};
        status_.raise(diagnostics_.error(target.root_path, missing));
        return false;
    }
    if (target.subtree.empty() || !known.empty()) return true;
    const std::string path = target.absolute(target.subtree);
    const Result<FileInfo> info = file_info(path);
    if (!info || info->kind != FileKind::Missing) return true;
    diagnostics_.error(path, {ErrorCode::Io, "no such file or folder", "check the name"});
    status_.raise(exit_code(ErrorCode::Io));
    return false;
}

WalkResult RunPlanner::look(const Target& target, const FileStates& known) const {
    if (target.root_id == kLooseRoot) return look_at_loose(target, known);
    return walk(target.root_path, target.subtree, walk_options_);
}

/// Loose files are looked at one by one: the one that was named, or all that are known. Nothing is
/// walked for them, and no .sitrepignore is asked: each was named by itself.
WalkResult RunPlanner::look_at_loose(const Target& target, const FileStates& known) const {
    std::vector<std::string> paths{target.subtree};
    if (target.subtree.empty()) {
        paths.clear();
        for (const auto& [path, state] : known) paths.push_back(path);
        std::sort(paths.begin(), paths.end());
    }
    WalkResult found;
    for (const std::string& path : paths) {
        Result<FileInfo> info = file_info(target.absolute(path));
        if (!info) {
            found.failures.push_back({path, info.error()});
        } else if (info->kind == FileKind::Missing && known.contains(path) &&
                   is_place_bare(target.absolute(path))) {
            found.failures.push_back(
                {path,
                 {ErrorCode::BadInput, "is gone with all of its folder; its articles are kept",
                  "to drop them: sitrep-index --forget " + shell_quoted(target.absolute(path))}});
        } else if (info->kind == FileKind::Regular && is_selected(walk_options_, path)) {
            if (file_type_of(path, walk_options_.filtered)) {
                found.files.push_back({path, info->signature});
            } else {
                found.skipped.push_back({path, std::string(kUnreadKind), true});
            }
        }
    }
    return found;
}

void RunPlanner::report(const Target& target, const WalkResult& found, const FileStates& known) {
    summary_.seen += found.files.size() + found.skipped.size();
    summary_.skipped += found.skipped.size();
    for (const SkippedFile& skipped : found.skipped) {
        const std::string text = target.absolute(skipped.path) + ": skipped: " + skipped.reason;
        // What the user named and we do not read is worth a word; what lies beside it is not.
        skipped.path == target.subtree ? diagnostics_.note(text) : diagnostics_.detail(text);
    }
    for (const WalkFailure& failure : found.failures) {
        if (failed_before(known, failure)) continue;
        diagnostics_.error(target.absolute(failure.path), failure.error);
        ++summary_.failed;
    }
}

Result<void> RunPlanner::add_to_root(const PlannedTarget& planned, RunPlan& run) {
    const Target& target = planned.target;
    auto root = run.roots.find(target.root_id);
    if (root == run.roots.end()) {
        Result<PlannedRoot> made = root_of(target);
        if (!made) return made.error();
        root = run.roots.emplace(target.root_id, *std::move(made)).first;
    }
    RootRemovals& removals = root->second.removals;
    if (planned.plan.emptied && removals.doubt.empty()) removals.doubt = "is empty now";
    removals.files_gone += planned.plan.vanished.size();
    for (const std::string& path : planned.plan.vanished)
        removals.documents_gone += planned.known->at(path).documents;
    for (const PlannedFile& file : planned.plan.held)
        removals.records_gone += planned.known->at(file.file.path).held;
    return {};
}

/// Before anything is known to go. Loose files stand on many file systems.
Result<PlannedRoot> RunPlanner::root_of(const Target& target) {
    PlannedRoot root{target.root_path, {}, {}};
    const Result<Remembered*> states = states_of(target.root_id);
    if (!states) return states.error();
    for (const auto& [path, state] : *(*states)->all) root.removals.documents += state.documents;
    if (target.root_id == kLooseRoot) return root;
    const auto roots = contents_.roots();
    if (!roots) return roots.error();
    if (const auto known = roots->find(target.root_id);
        known != roots->end() && known->second != target.root_path)
        root.moved_from = known->second;
    const Result<std::optional<FileSystem>> before = contents_.file_system(target.root_id);
    if (!before) return before.error();
    const Result<FileSystem> now = file_system_of(target.root_path);
    if (!now || *before == *now) return root;
    root.file_system = *now;
    if (*before && root.moved_from.empty() && !same_file_system(**before, *now)) {
        root.removals.doubt =
            "stands on " + described(*now) + " now, and stood on " + described(**before);
    }
    return root;
}

void RunPlanner::settle_roots(RunPlan& run) const {
    for (auto& [id, root] : run.roots)
        root.may_remove = !refusal(root.removals, options_.removals).has_value();
    for (PlannedTarget& planned : run.targets) {
        const auto root = run.roots.find(planned.target.root_id);
        if (root == run.roots.end()) continue;
        settle_held(planned.plan, *planned.known, root->second.may_remove);
    }
    // What is read again is counted again.
    for (auto& [id, root] : run.roots) {
        if (root.may_remove) root.removals.records_gone = 0;
    }
}

/// A known root is to be another folder now, which lacks much of what it had: a slip, most likely.
/// Then nothing of the folder is looked at.
void RunPlanner::refuse_wrong_place(PlannedTarget& planned, RunPlan& run) {
    const std::string& id = planned.target.root_id;
    const auto root = run.roots.find(id);
    if (root == run.roots.end() || root->second.moved_from.empty() || root->second.may_remove)
        return;
    const std::optional<Error> refused = refusal(root->second.removals, options_.removals);
    diagnostics_.error(
        planned.target.root_path,
        {refused->code,
         refused->message + "; the root " + id + " stays at " + root->second.moved_from,
         "if it is the right folder: sitrep-index --force-delete --root-id " + id + " " +
             shell_quoted(planned.target.root_path)});
    status_.raise(exit_code(refused->code));
    planned.there = false;
    planned.plan = {};
    std::erase_if(run.moves, [&](const PlannedMove& move) {
        return move.from.root == id || move.to.root == id;
    });
    run.roots.erase(root);
}

}  // namespace sitrep
