#include "indexer/reshard_command.hpp"

#include "base/disk_space.hpp"
#include "base/strings.hpp"
#include "indexer/index_command.hpp"
#include "indexer/interrupt.hpp"
#include "indexer/verify_command.hpp"
#include "store/database_folder.hpp"
#include "store/replacement.hpp"
#include "store/resharding.hpp"
#include "store/verifier.hpp"

#include <fmt/format.h>

#include <optional>

namespace sitrep {
namespace {

/// How many articles were copied. What a signal ended is not to be published.
Result<std::uint64_t> make_copy(const IndexOptions& options, const std::string& folder,
                                Diagnostics& diagnostics) {
    Result<IndexWriter> writer =
        IndexWriter::open(folder, batch_limits(options), {}, options.shards);
    if (!writer) return writer.error();
    const Result<bool> copied = copy_collection(options.database, *writer, shown_on(diagnostics));
    diagnostics.clear_progress();
    if (!copied) return copied.error();
    for (const RejectedDocument& rejected : writer->take_rejected())
        return Error{ErrorCode::Database, rejected.origin + ": " + rejected.reason};
    return writer->document_count();
}

Result<void> compare(const std::string& old, const std::string& copy, Diagnostics& diagnostics) {
    const auto before = digest_of_database(old, shown_on(diagnostics));
    if (!before) return before.error();
    const auto after = digest_of_database(copy, shown_on(diagnostics));
    diagnostics.clear_progress();
    if (!after) return after.error();
    if (*before == *after || interrupted()) return {};
    return Error{ErrorCode::Database,
                 old + " says something else than its copy: it stays as it was",
                 "see what is wrong with it: sitrep-index --db " + shell_quoted(old) + " --verify"};
}

/// How many articles there are; nothing where a signal came before the copy took its place.
Result<std::optional<std::uint64_t>> reshard(const IndexOptions& options,
                                             Diagnostics& diagnostics) {
    const std::string& path = options.database;
    if (const auto live = live_generation(path); !live) return live.error();
    Result<Replacement> replacement = Replacement::begin(path, lock_wait(options));
    if (!replacement) return replacement.error();
    // Its parts, and what they are merged into.
    if (Result<void> room = check_room(path, 2 * tree_bytes(path), "divide it anew"); !room)
        return room.error();
    const std::string copy = replacement->folder();
    Result<std::uint64_t> articles = make_copy(options, copy, diagnostics);
    Result<void> done = articles ? Result<void>() : Result<void>(articles.error());
    if (done && !interrupted()) done = compare(path, copy, diagnostics);
    const bool ready = done && !interrupted();
    if (ready) done = replacement->publish();
    if (!ready || !done) replacement->discard();
    if (!done) return done.error();
    return ready ? std::optional(*articles) : std::nullopt;
}

}  // namespace

int run_reshard(const IndexOptions& options, Diagnostics& diagnostics) {
    const Result<std::optional<std::uint64_t>> articles = reshard(options, diagnostics);
    if (!articles) return diagnostics.error(articles.error());
    if (!*articles) {
        diagnostics.note("interrupted: the old database stays as it was");
        return interrupt_exit_code();
    }
    if (options.verbosity == Verbosity::Quiet) return 0;
    const unsigned shards = options.shards.count;
    return diagnostics.print(counted(**articles, "article") + " in " +
                             (shards < 2 ? "one database" : counted(shards, "shard")) + " now\n");
}

}  // namespace sitrep
