#include "indexer/compact_command.hpp"

#include "base/disk_space.hpp"
#include "indexer/index_command.hpp"
#include "store/database_folder.hpp"

#include <fmt/format.h>

namespace sitrep {
namespace {

std::string gain(std::uint64_t before, std::uint64_t after, const IndexOptions& options) {
    if (options.summary == SummaryForm::Json)
        return fmt::format("{{\"before\":{},\"after\":{}}}\n", before, after);
    if (options.verbosity == Verbosity::Quiet) return {};
    return fmt::format("compacted: {} before, {} now\n", size_text(before), size_text(after));
}

}  // namespace

int run_compact(const IndexOptions& options, Diagnostics& diagnostics) {
    const std::string& path = options.database;
    // A writer would make the database that is not there.
    if (const Result<std::string> live = live_generation(path); !live)
        return diagnostics.error(live.error());
    Result<IndexWriter> writer = IndexWriter::open(path, batch_limits(options), lock_wait(options));
    if (!writer) return diagnostics.error(writer.error());
    const std::uint64_t before = writer->bytes();
    if (Result<void> compacted = writer->compact(); !compacted)
        return diagnostics.error(compacted.error());
    return diagnostics.print(gain(before, writer->bytes(), options));
}

}  // namespace sitrep
