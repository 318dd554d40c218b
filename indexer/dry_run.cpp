#include "indexer/dry_run.hpp"

#include "base/terminal.hpp"
#include "indexer/index_command.hpp"
#include "indexer/interrupt.hpp"
#include "indexer/path_list.hpp"
#include "indexer/run_planner.hpp"
#include "indexer/source/file_source.hpp"
#include "store/database_folder.hpp"
#include "store/index_reader.hpp"

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace sitrep {
namespace {

const char* why(ChangeReason reason) {
    switch (reason) {
        case ChangeReason::Added:
            return "added";
        case ChangeReason::Size:
            return "changed: size";
        case ChangeReason::Mtime:
            return "changed: mtime";
        case ChangeReason::Ctime:
            return "changed: ctime";
        case ChangeReason::Filter:
            return "changed: filter";
        case ChangeReason::Limit:
            return "retried: larger articles are allowed";
        case ChangeReason::Unfinished:
            return "retried: not read whole before";
        case ChangeReason::Retried:
            return "retried: failed before";
        case ChangeReason::Held:
            return "changed: articles it no longer holds may go";
    }
    return "";
}

class DryRun {
  public:
    DryRun(const IndexOptions& options, const std::vector<std::string>& paths,
           Diagnostics& diagnostics)
        : options_(options), paths_(paths), diagnostics_(diagnostics) {
        summary_.dry_run = true;
    }

    Result<void> run(const Contents& contents) {
        const auto roots = contents.roots();
        if (!roots) return roots.error();
        if (roots->empty() && paths_.empty() && options_.files_from.empty()) {
            return nothing_to_index(options_);
        }
        const auto documents = contents.document_count();
        if (!documents) return documents.error();
        summary_.documents = *documents;
        RunPlanner planner(options_, contents, diagnostics_, summary_, status_);
        const Result<RunPlan> plan = planner.plan(planner.targets_of(paths_, *roots));
        if (!plan) return plan.error();
        tell(*plan);
        return {};
    }

    const Summary& summary() const { return summary_; }
    const ExitStatus& status() const { return status_; }

  private:
    void tell(const RunPlan& plan) {
        for (const PlannedMove& move : plan.moves) {
            line("moved: from " + move.old_path + (move.anew ? ", to be read anew" : ""),
                 move.new_path);
            if (!move.anew) ++summary_.moved;
            if (!move.anew) continue;
            ++summary_.added;
            ++summary_.removed;
            moved_.insert(move.to);
        }
        for (const auto& [id, root] : plan.roots) {
            if (const auto refused = refusal(root.removals, options_.removals))
                refuse(id, root.path, *refused);
        }
        for (const PlannedTarget& target : plan.targets) tell(target);
        if (summary_.failed != 0) status_.raise(exit_code(ErrorCode::BadInput));
    }

    void refuse(const std::string& id, const std::string& path, const Error& refused) {
        status_.raise(diagnostics_.error(root_name(id, path), with_force_hint(refused, path)));
        refused_.insert(id);
    }

    void tell(const PlannedTarget& planned) {
        const Target& target = planned.target;
        summary_.unchanged += planned.plan.unchanged;
        summary_.known_failures += planned.plan.known_failures;
        summary_.stale += planned.plan.stale;
        for (const PlannedFile& file : planned.plan.to_read) {
            if (interrupted()) return;
            if (moved_.contains({target.root_id, file.file.path})) continue;
            if (file.known() && has_same_bytes(target, file, planned.known->at(file.file.path))) {
                ++summary_.unchanged;
                continue;
            }
            ++(file.known() ? summary_.updated : summary_.added);
            line(why(file.reason), target.absolute(file.file.path));
        }
        const bool kept = refused_.contains(target.root_id);
        for (const std::string& path : planned.plan.vanished) {
            line(kept ? "kept: brake" : "removed: gone", target.absolute(path));
            if (!kept) ++summary_.removed;
        }
    }

    /// A file that was only touched is told by its bytes, as the run would.
    bool has_same_bytes(const Target& target, const PlannedFile& file, const FileState& before) {
        if (file.same_bytes_too || file.reason == ChangeReason::Size) return false;
        Result<OpenFile> opened = OpenFile::open(target.absolute(file.file.path));
        if (!opened) return false;
        FileSource source(*std::move(opened));
        const Result<std::string> hash = source.content_hash();
        summary_.bytes += source.hashed();
        return hash && *hash == before.content_hash;
    }

    void line(const std::string& reason, const std::string& path) {
        if (!diagnostics_.output_works()) return;
        status_.raise(diagnostics_.print(printable(reason) + '\t' + printable(path) + '\n'));
    }

    const IndexOptions& options_;
    const std::vector<std::string>& paths_;
    Diagnostics& diagnostics_;
    Summary summary_;
    ExitStatus status_;
    std::set<FileKey> moved_;        ///< what is read anew in its new place
    std::set<std::string> refused_;  ///< roots that would lose nothing
};

/// What the run would find: a database, or none yet.
Result<void> with_contents(const std::string& database,
                           const std::function<Result<void>(const Contents&)>& ask) {
    const Result<bool> there = has_database(database);
    if (!there) return there.error();
    return *there ? read_index(database, ask) : ask(Contents());
}

}  // namespace

int run_dry(const IndexOptions& options, Diagnostics& diagnostics) {
    const auto start = std::chrono::steady_clock::now();
    const Result<std::vector<std::string>> paths = path_list(options);
    if (!paths) {
        return diagnostics.error(paths.error());
    }
    std::optional<DryRun> run;
    const Result<void> done = with_contents(options.database, [&](const Contents& contents) {
        return run.emplace(options, *paths, diagnostics).run(contents);
    });
    ExitStatus status = run ? run->status() : ExitStatus();
    if (!done) {
        status.raise(diagnostics.error(done.error()));
        return status.code();
    }
    if (interrupted()) status.raise(interrupt_exit_code());
    Summary summary = run->summary();
    summary.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    status.raise(print_summary(summary, options, diagnostics));
    return status.code();
}

}  // namespace sitrep
