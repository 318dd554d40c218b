#include "base/version.hpp"
#include "indexer/compact_command.hpp"
#include "indexer/dry_run.hpp"
#include "indexer/dump_command.hpp"
#include "indexer/failed_list.hpp"
#include "indexer/index_command.hpp"
#include "indexer/interrupt.hpp"
#include "indexer/options.hpp"
#include "indexer/rebuild_command.hpp"
#include "indexer/stats_command.hpp"
#include "indexer/verify_command.hpp"

#include <new>
#include <string>
#include <vector>

namespace {

using namespace sitrep;

int run(int argc, char** argv) {
    const Result<IndexOptions> options = parse_options({argv + 1, argv + argc});
    if (!options) {
        Diagnostics(Verbosity::Quiet).error(options.error());
        return exit_code(options.error().code);
    }
    watch_for_interrupts();
    Diagnostics diagnostics(options->verbosity);
    if (options->help || options->version) {
        const std::string text =
            options->help ? help_text() : std::string("sitrep-index ") + version() + "\n";
        return diagnostics.print(text);
    }
    if (options->dump != DumpKind::None) return run_dump(*options, diagnostics);
    switch (options->task) {
        case Task::DryRun:
            return run_dry(*options, diagnostics);
        case Task::ListFailed:
            return list_failed(*options, diagnostics);
        case Task::Rebuild:
            return run_rebuild(*options, diagnostics);
        case Task::Compact:
            return run_compact(*options, diagnostics);
        case Task::Verify:
            return run_verify(*options, diagnostics);
        case Task::Digest:
            return run_digest(*options, diagnostics);
        case Task::Stats:
            return run_stats(*options, diagnostics);
        case Task::Index:
            break;
    }
    return run_index(*options, diagnostics);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::bad_alloc&) {
        Diagnostics(Verbosity::Quiet)
            .error({ErrorCode::Io, "out of memory: what was committed is kept",
                    "free some memory, or leave very large files out, and run again"});
        return exit_code(ErrorCode::Io);
    }
}
