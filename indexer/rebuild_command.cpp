#include "indexer/rebuild_command.hpp"

#include "base/disk_space.hpp"
#include "base/strings.hpp"
#include "indexer/change_notice.hpp"
#include "indexer/index_command.hpp"
#include "indexer/path_list.hpp"
#include "indexer/root_set.hpp"
#include "store/database_folder.hpp"
#include "store/old_database.hpp"
#include "store/replacement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace sitrep {
namespace {

class Rebuild {
  public:
    Rebuild(const IndexOptions& options, Replacement replacement, Diagnostics& diagnostics)
        : options_(options), replacement_(std::move(replacement)), diagnostics_(diagnostics) {}

    /// Of the database that took the place of the old one; nothing where none did.
    const Summary& done() const { return done_; }

    int run(const std::vector<std::string>& named) {
        Result<OldDatabase> old = read_old_database(options_.database, kLooseRoot);
        if (!old && named.empty()) return diagnostics_.error(cannot_tell_roots(old.error()));
        if (!old)
            diagnostics_.note("the old database cannot be read: only what is named is indexed");
        if (old) old_ = *std::move(old);
        if (const std::optional<Error> missing = missing_folder(named))
            return diagnostics_.error(*missing);
        // Its parts, and what they are merged into.
        if (Result<void> room = check_room(options_.database, 2 * old_.bytes, "make it anew");
            !room)
            return diagnostics_.error(room.error());
        RunEnding ending = build(paths(named));
        if (!ending.complete) return given_up(ending.status.code());
        if (const std::optional<Error> loss = too_great_a_loss()) {
            ending.status.raise(diagnostics_.error(*loss));
            return given_up(ending.status.code());
        }
        if (Result<void> published = replacement_.publish(); !published) {
            diagnostics_.error(published.error());
            return given_up(exit_code(published.error().code));
        }
        done_ = ending.summary;
        diagnostics_.note("the new database has taken the place of the old one");
        return ending.status.code();
    }

  private:
    Error cannot_tell_roots(const Error& error) const {
        return {error.code, error.message,
                "name the folders that it was made of: sitrep-index --db " +
                    shell_quoted(options_.database) + " --rebuild FOLDER..."};
    }

    int given_up(int code) {
        replacement_.discard();
        return code;
    }

    /// As many as there are, if that can be told.
    ShardPlace shards() const {
        return old_.shards != 0 ? ShardPlace{0, old_.shards} : options_.shards;
    }

    bool is_there(const std::string& path) const {
        const Result<FileInfo> info = file_info(path);
        return info && info->kind != FileKind::Missing;
    }

    /// A disk that is not there would cost its articles, a mistyped name a night's work.
    std::optional<Error> missing_folder(const std::vector<std::string>& named) const {
        for (const std::string& path : named) {
            if (!is_there(path))
                return Error{ErrorCode::Io, path + ": no such file or folder", "check the name"};
        }
        for (const auto& [id, path] : old_.roots) {
            const bool held = !old_.articles_of || old_.articles_of->at(id) != 0;
            if (held && !options_.removals.forced && !is_there(path))
                return refused(path + " is not there");
        }
        return std::nullopt;
    }

    Error refused(const std::string& why) const {
        return {ErrorCode::Database, "the old database stays: " + why,
                "bring the files back; or, if that is meant, add --force-delete"};
    }

    /// All that the old database was made of, and what is named now.
    std::vector<std::string> paths(const std::vector<std::string>& named) const {
        std::vector<std::string> all;
        for (const auto& [id, path] : old_.roots) {
            const bool has_moved = id == options_.root_id;  // to what is named now
            if (id != kLooseRoot && !has_moved && is_there(path)) all.push_back(path);
        }
        for (const auto& [id, files] : old_.files) {
            for (const std::string& file : files) {
                if (is_there("/" + file)) all.push_back("/" + file);
            }
        }
        all.insert(all.end(), named.begin(), named.end());
        return all;
    }

    RunEnding build(const std::vector<std::string>& paths) {
        RunEnding ending;
        Result<IndexWriter> writer =
            IndexWriter::open(replacement_.folder(), batch_limits(options_), {}, shards());
        if (!writer) {
            ending.status.raise(diagnostics_.error(writer.error()));
            return ending;
        }
        for (const auto& [id, path] : old_.roots) writer->put_root(id, path);
        if (Result<void> kept = writer->add_runs(old_.runs); !kept) {
            ending.status.raise(diagnostics_.error(kept.error()));
            return ending;
        }
        ending = run_on(*writer, options_, paths, diagnostics_, "the old database stays as it was");
        if (!ending.complete) return ending;
        if (Result<void> committed = writer->commit(); !committed) {
            ending.status.raise(diagnostics_.error(committed.error()));
            ending.complete = false;
        }
        return ending;
    }

    std::optional<Error> too_great_a_loss() const {
        const Result<OldDatabase> now = read_old_database(replacement_.folder(), kLooseRoot);
        if (!now) return now.error();
        if (!old_.articles_of) return loss_of(options_.database, old_.articles, now->articles);
        for (const auto& [id, before] : *old_.articles_of) {
            const auto found = now->articles_of->find(id);
            const std::uint64_t after = found == now->articles_of->end() ? 0 : found->second;
            if (auto loss =
                    loss_of(id == kLooseRoot ? "single files" : old_.roots.at(id), before, after))
                return loss;
        }
        return std::nullopt;
    }

    /// One that is allowed is told all the same.
    std::optional<Error> loss_of(const std::string& what, std::uint64_t before,
                                 std::uint64_t after) const {
        if (after >= before) return std::nullopt;
        const std::string told = fmt::format("of {} the new one has {}, the old one {}", what,
                                             counted(after, "article"), before);
        const bool allowed =
            after != 0 && before - after <= most_removed(before, options_.removals.percent);
        if (!allowed && !options_.removals.forced) return refused(told);
        diagnostics_.note(told);
        return std::nullopt;
    }

    const IndexOptions& options_;
    Replacement replacement_;
    Diagnostics& diagnostics_;
    OldDatabase old_;
    Summary done_;
};

}  // namespace

int run_rebuild(const IndexOptions& options, Diagnostics& diagnostics) {
    const Result<std::vector<std::string>> paths = path_list(options);
    if (!paths) return diagnostics.error(paths.error());
    const Result<bool> there = has_database(options.database);
    if (!there) return diagnostics.error(there.error());
    if (!*there) return run_index(options, diagnostics);  // a first build is one
    Result<Replacement> replacement = Replacement::begin(options.database, lock_wait(options));
    if (!replacement) return diagnostics.error(replacement.error());
    ExitStatus status;
    Summary done;
    {  // the lock is free at its end
        Rebuild rebuild(options, *std::move(replacement), diagnostics);
        status.raise(rebuild.run(*paths));
        done = rebuild.done();
    }
    tell_of_change(options, done, status, diagnostics);
    return status.code();
}

}  // namespace sitrep
