#include "indexer/index_run.hpp"

#include "base/file.hpp"
#include "base/strings.hpp"
#include "indexer/file_indexer.hpp"
#include "indexer/interrupt.hpp"
#include "indexer/settling.hpp"
#include "indexer/source/file_type.hpp"
#include "indexer/take_over.hpp"
#include "indexer/walk_options.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace sitrep {
IndexRun::IndexRun(const IndexOptions& options, IndexWriter& writer, Diagnostics& diagnostics)
    : options_(options), writer_(writer), diagnostics_(diagnostics) {
    walk_options_ = walk_options(options);
    walk_options_.database = absolute_path(options.database);
}

Result<void> IndexRun::run(const std::vector<std::string>& paths) {
    writer_.learn_lines(options_.learns);
    for (const std::string& path : options_.forget) {
        if (Result<void> forgotten = forget(path); !forgotten) return forgotten;
    }
    if (Result<void> committed = writer_.commit(); !committed) return committed;
    std::vector<PlannedTarget> planned;
    for (const Target& target : targets_of(paths)) {
        adopt(target);
        Result<PlannedTarget> plan_of_target = plan(target);
        if (!plan_of_target) return plan_of_target.error();
        planned.push_back(*std::move(plan_of_target));
    }
    if (Result<void> indexed = index(planned); !indexed) return indexed;
    if (Result<void> committed = writer_.commit(); !committed) return committed;
    if (Result<void> taken = take_over_inner(planned); !taken) return taken;
    if (!interrupted()) {
        Result<void> settled = Settling(writer_, read_settings(), diagnostics_, summary_).run();
        if (!settled) return settled;
    }
    for (const RejectedDocument& rejected : writer_.take_rejected()) {
        diagnostics_.error(rejected.origin, {ErrorCode::BadInput, rejected.reason});
        ++summary_.failed;
    }
    if (summary_.failed != 0) status_.raise(exit_code(ErrorCode::BadInput));
    return {};
}

Result<void> IndexRun::forget(const std::string& path) {
    const std::string absolute = resolved_path(path);
    for (const auto& [id, root] : std::map(writer_.roots())) {
        if (id == kLooseRoot || root != absolute) continue;
        auto known = writer_.file_states(id);
        if (!known) return known.error();
        summary_.removed += known->size();
        return writer_.remove_root(id);
    }
    auto loose = writer_.file_states(kLooseRoot);
    if (!loose) return loose.error();
    if (loose->contains(absolute.substr(1))) {
        ++summary_.removed;
        return writer_.remove_file({kLooseRoot, absolute.substr(1)});
    }
    std::string known = "the database knows no root";
    for (const auto& [id, root] : writer_.roots()) {
        if (id != kLooseRoot) known += known.ends_with("root") ? "s but: " + root : ", " + root;
    }
    diagnostics_.error({ErrorCode::Usage, path + " is not a root of this database", known});
    status_.raise(exit_code(ErrorCode::Usage));
    return {};
}

std::vector<Target> IndexRun::targets_of(const std::vector<std::string>& paths) {
    std::vector<Target> targets;
    std::map<std::string, std::string> roots = writer_.roots();
    if (paths.empty() && options_.forget.empty() && options_.files_from.empty()) {
        for (const auto& [id, root] : roots) {
            if (id != kLooseRoot) targets.push_back({id, root, ""});
        }
        targets = without_covered(targets);
        if (roots.contains(kLooseRoot)) targets.push_back({kLooseRoot, "/", ""});
        return targets;
    }
    for (const std::string& path : paths) {
        Result<Target> target = find_target(path, roots);
        if (!target) {
            diagnostics_.error(target.error());
            status_.raise(exit_code(target.error().code));
            continue;
        }
        roots[target->root_id] = target->root_path;
        targets.push_back(*std::move(target));
    }
    return without_covered(targets);
}

void IndexRun::adopt(const Target& target) {
    if (writer_.roots().contains(target.root_id)) return;
    if (target.root_id != kLooseRoot) {
        for (const std::string& id : roots_inside(target.root_path, writer_.roots())) {
            diagnostics_.note(writer_.roots().at(id) + " becomes a part of " + target.root_path);
        }
    }
    writer_.put_root(target.root_id, target.root_path);
}

Result<void> IndexRun::take_over_inner(const std::vector<PlannedTarget>& planned) {
    for (const PlannedTarget& outer : planned) {
        if (interrupted() || !holds_roots(outer.target, writer_)) continue;
        if (Result<void> taken = take_over(outer.target, writer_); !taken) return taken;
    }
    return writer_.commit();
}

WalkResult IndexRun::look(const Target& target, const FileStates& known) const {
    if (target.root_id == kLooseRoot) return look_at_loose(target, known);
    return walk(target.root_path, target.subtree, walk_options_);
}

/// Loose files are looked at one by one: the one that was named, or all that are known. Nothing is
/// walked for them, and no .sitrepignore is asked: each was named by itself.
WalkResult IndexRun::look_at_loose(const Target& target, const FileStates& known) const {
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

/// The states of the files that lie in the target.
Result<FileStates> IndexRun::known_in(const Target& target) {
    auto root = remembered_.find(target.root_id);
    if (root == remembered_.end()) {
        Result<FileStates> all = writer_.file_states(target.root_id);
        if (!all) return all.error();
        root = remembered_.emplace(target.root_id, std::map(all->begin(), all->end())).first;
    }
    const auto& [id, states] = *root;
    if (target.subtree.empty()) return FileStates(states.begin(), states.end());
    FileStates inside;
    if (const auto file = states.find(target.subtree); file != states.end()) inside.insert(*file);
    const std::string folder = target.subtree + "/";
    for (auto file = states.lower_bound(folder);
         file != states.end() && file->first.starts_with(folder); ++file) {
        inside.insert(*file);
    }
    return inside;
}

Result<IndexRun::PlannedTarget> IndexRun::plan(const Target& target) {
    PlannedTarget planned{target, {}, {}};
    Result<FileStates> known = known_in(target);
    if (!known) return known.error();
    planned.known = *std::move(known);
    const Result<FileInfo> root = file_info(target.root_path);
    if (!root || root->kind == FileKind::Missing) {
        diagnostics_.error(target.root_path, {ErrorCode::Io, "is not there; its articles are kept",
                                              "drop them with: sitrep-index --forget " +
                                                  shell_quoted(target.root_path)});
        status_.raise(exit_code(ErrorCode::Io));
        return planned;
    }
    if (!target.subtree.empty() && planned.known.empty()) {
        const std::string path = target.absolute(target.subtree);
        if (Result<FileInfo> info = file_info(path); info && info->kind == FileKind::Missing) {
            diagnostics_.error(path, {ErrorCode::Io, "no such file or folder", "check the name"});
            status_.raise(exit_code(ErrorCode::Io));
            return planned;
        }
    }
    const WalkResult found = look(target, planned.known);
    report(target, found);
    walk_options_.filter_of = [this, &target](std::string_view path) {
        return options_.filters.fingerprint(target.absolute(std::string(path)));
    };
    planned.plan =
        plan_changes(found, planned.known, target.subtree, walk_options_,
                     target.root_id == kLooseRoot ? Emptiness::Usual : Emptiness::Suspicious);
    for (const std::string& path : planned.plan.failed_before) {
        for (const std::string& reason : planned.known.at(path).failures) {
            diagnostics_.detail(target.absolute(path) + ": failed before: " + reason);
        }
    }
    if (planned.plan.emptied) {
        diagnostics_.error(
            target.root_path,
            {ErrorCode::Database, "is empty now; its articles are kept",
             "drop them with: sitrep-index --forget " + shell_quoted(target.root_path)});
        status_.raise(exit_code(ErrorCode::Database));
    }
    return planned;
}

void IndexRun::report(const Target& target, const WalkResult& found) {
    summary_.seen += found.files.size() + found.skipped.size();
    summary_.skipped += found.skipped.size();
    for (const SkippedFile& skipped : found.skipped) {
        const std::string text = target.absolute(skipped.path) + ": skipped: " + skipped.reason;
        // What the user named and we do not read is worth a word; what lies beside it is not.
        skipped.path == target.subtree ? diagnostics_.note(text) : diagnostics_.detail(text);
    }
    for (const WalkFailure& failure : found.failures) {
        diagnostics_.error(target.absolute(failure.path), failure.error);
        ++summary_.failed;
    }
}

Result<void> IndexRun::remove_vanished(const PlannedTarget& planned) {
    for (const std::string& path : planned.plan.vanished) {
        diagnostics_.detail(planned.target.absolute(path) + ": removed");
        if (Result<void> removed = writer_.remove_file({planned.target.root_id, path}); !removed)
            return removed;
        ++summary_.removed;
    }
    return {};
}

Result<void> IndexRun::index(const std::vector<PlannedTarget>& planned) {
    std::vector<FileToIndex> files;
    for (const PlannedTarget& target : planned) {
        summary_.unchanged += target.plan.unchanged;
        summary_.known_failures += target.plan.known_failures;
        if (Result<void> removed = remove_vanished(target); !removed) return removed;
        for (const PlannedFile& file : target.plan.to_read) {
            const auto state = target.known.find(file.file.path);
            files.push_back(
                {&target.target, &file, state == target.known.end() ? nullptr : &state->second});
        }
    }
    if (files.empty()) return {};
    return FileIndexer(writer_, read_settings(), diagnostics_, summary_).index(files);
}

ReadSettings IndexRun::read_settings() const {
    // Some hundred articles: those far ahead would not know yet what those before them teach.
    constexpr std::uint64_t kBytesAhead = 8U << 20U;
    ReadSettings settings{writer_.analyzer_config(), options_.filters, writer_.furniture()};
    settings.max_record_bytes = options_.max_file_bytes;
    settings.threads = options_.threads();
    settings.bytes_ahead = kBytesAhead;
    settings.made = [this](const IndexDocument& document) { writer_.saw(document); };
    return settings;
}

}  // namespace sitrep
