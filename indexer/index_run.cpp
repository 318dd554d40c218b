#include "indexer/index_run.hpp"

#include "base/file.hpp"
#include "base/strings.hpp"
#include "indexer/file_indexer.hpp"
#include "indexer/interrupt.hpp"
#include "indexer/moved_document.hpp"
#include "indexer/settling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace sitrep {
IndexRun::IndexRun(const IndexOptions& options, IndexWriter& writer, Diagnostics& diagnostics)
    : options_(options), writer_(writer), diagnostics_(diagnostics) {}

Result<void> IndexRun::run(const std::vector<std::string>& paths) {
    writer_.learn_lines(options_.learns);
    for (const std::string& path : options_.forget) {
        if (Result<void> forgotten = forget(path); !forgotten) return forgotten;
    }
    if (Result<void> committed = writer_.commit(); !committed) return committed;
    RunPlanner planner(options_, writer_.contents(), diagnostics_, summary_, status_);
    const Result<RunPlan> plan = planner.plan(planner.targets_of(paths, writer_.roots()));
    if (!plan) return plan.error();
    for (const PlannedTarget& planned : plan->targets) {
        if (planned.there) adopt(planned.target);
    }
    hold_removals(*plan);
    if (Result<void> moved = move(plan->moves); !moved) return moved;
    for (const PlannedTarget& planned : plan->targets) {
        if (Result<void> put = remember_folders(planned); !put) return put;
    }
    if (Result<void> indexed = index(plan->targets); !indexed) return indexed;
    if (Result<void> removed = remove(*plan); !removed) return removed;
    // Of a set, one shard may be built for the first time while another holds an inner root.
    const auto takes_over = [this](const PlannedTarget& planned) {
        return holds_roots(planned.target, writer_);
    };
    if (interrupted() || !writer_.is_building() ||
        std::any_of(plan->targets.begin(), plan->targets.end(), takes_over)) {
        if (Result<void> committed = writer_.commit(); !committed) return committed;
        if (Result<void> taken = take_over_inner(plan->targets); !taken) return taken;
    }
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
    const std::string named = absolute_path(path);  // the root may be a link by now
    const std::string absolute = resolved_path(path);
    for (const auto& [id, root] : std::map(writer_.roots())) {
        if (id == kLooseRoot || (root != named && root != absolute)) continue;
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

void IndexRun::adopt(const Target& target) {
    const auto known = writer_.roots().find(target.root_id);
    const bool is_known = known != writer_.roots().end();
    if (is_known && known->second == target.root_path) return;
    if (is_known) {
        diagnostics_.note("the root " + target.root_id + " was " + known->second + " and is " +
                          target.root_path + " now");
    }
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
        const std::string& place = outer.target.root_path;
        const Result<TakenOver> taken = take_over(outer.target, writer_, options_.removals);
        if (!taken) return taken.error();
        for (const KeptRoot& root : taken->kept) refuse(root, place);
        for (const auto& [path, files] : taken->left) {
            diagnostics_.note(fmt::format(
                "{}: {} that {} leaves out or could not read: kept, and not looked at any more; to "
                "drop them: sitrep-index --forget {}",
                path, counted(files, "file"), place, shell_quoted(path)));
        }
    }
    return writer_.commit();
}

/// Documents are put under their new names and taken from under the old ones; files are not read.
Result<void> IndexRun::move(const std::vector<PlannedMove>& moves) {
    for (const PlannedMove& planned : moves) {
        if (interrupted()) return {};
        if (planned.anew) continue;
        diagnostics_.detail(planned.old_path + ": moved to " + planned.new_path);
        const auto documents = writer_.contents().documents_of(planned.from);
        if (!documents) return documents.error();
        writer_.begin_file(planned.to, false);
        for (const std::uint32_t id : *documents) {
            Result<IndexDocument> document = writer_.contents().document(id);
            if (!document) return document.error();
            auto moved = moved_document(*std::move(document), planned.from, planned.to);
            if (!moved) continue;  // can_move() has seen to it
            Result<void> added = writer_.add(*std::move(moved), planned.new_path);
            if (!added) return added;
        }
        if (Result<void> ended = writer_.end_file(planned.state); !ended) return ended;
        if (Result<void> removed = writer_.remove_file(planned.from); !removed) return removed;
        ++summary_.moved;
        summary_.known_failures += planned.state.failed;
        summary_.stale += planned.state.stale ? 1 : 0;
    }
    return {};
}

/// How much of a root goes is known when its files are read; until then nothing goes.
void IndexRun::hold_removals(const RunPlan& plan) {
    if (options_.removals.forced) return;
    for (const auto& [id, root] : plan.roots) {
        const std::uint64_t most = most_removed(root.removals.documents, options_.removals.percent);
        writer_.hold_removals(
            id, root.may_remove ? most - std::min(most, root.removals.documents_gone) : 0);
    }
}

/// What is gone, root by root: all of it, or nothing.
Result<void> IndexRun::remove(const RunPlan& plan) {
    if (interrupted()) return {};  // the next run counts again
    for (const auto& [id, root] : plan.roots) {
        RootRemovals removals = root.removals;
        removals.records_gone += writer_.held_removals(id);
        for (const PlannedMove& moved : plan.moves) {
            if (moved.from.root != id || !is_lost(moved)) continue;
            ++removals.files_gone;
            removals.documents_gone += moved.state.documents;
        }
        if (const std::optional<Error> refused = refusal(removals, options_.removals)) {
            refuse({id, root.path, *refused}, root.path);
            continue;
        }
        if (Result<void> released = writer_.release_removals(id); !released) return released;
        if (root.file_system) writer_.put_file_system(id, *root.file_system);
    }
    for (const PlannedMove& moved : plan.moves) {
        if (!moved.anew || (is_lost(moved) && refused_.contains(moved.from.root))) continue;
        diagnostics_.detail(moved.old_path + ": moved to " + moved.new_path + ", and read anew");
        if (Result<void> removed = writer_.remove_file(moved.from); !removed) return removed;
        ++summary_.removed;
    }
    for (const PlannedTarget& planned : plan.targets) {
        if (refused_.contains(planned.target.root_id)) continue;
        if (Result<void> removed = remove_vanished(planned); !removed) return removed;
    }
    return {};
}

/// Whether the file was to be read anew in its new place, and could not be: then it is gone.
bool IndexRun::is_lost(const PlannedMove& moved) const {
    return moved.anew && barren_.contains(moved.to);
}

/// `place` is what a run that removes it is to look at.
void IndexRun::refuse(const KeptRoot& root, const std::string& place) {
    status_.raise(
        diagnostics_.error(root_name(root.id, root.path), with_force_hint(root.refused, place)));
    refused_.insert(root.id);
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

/// Folders that cannot be read, so that the next run does not take that for news.
Result<void> IndexRun::remember_folders(const PlannedTarget& planned) {
    const std::string& root = planned.target.root_id;
    for (const FileState& folder : planned.plan.unread_folders) {
        if (Result<void> put = writer_.put_state({root, folder.path}, folder); !put) return put;
    }
    for (const std::string& path : planned.plan.mended_folders) {
        if (Result<void> removed = writer_.remove_file({root, path}); !removed) return removed;
    }
    return {};
}

Result<void> IndexRun::index(const std::vector<PlannedTarget>& planned) {
    std::vector<FileToIndex> files;
    for (const PlannedTarget& target : planned) {
        summary_.unchanged += target.plan.unchanged;
        summary_.known_failures += target.plan.known_failures;
        summary_.stale += target.plan.stale;
        for (const PlannedFile& file : target.plan.to_read) {
            const auto state = target.known->find(file.file.path);
            files.push_back(
                {&target.target, &file, state == target.known->end() ? nullptr : &state->second});
        }
    }
    if (files.empty()) return {};
    FileIndexer indexer(writer_, read_settings(), diagnostics_, summary_);
    Result<void> indexed = indexer.index(files);
    barren_ = indexer.barren();
    return indexed;
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
