#include "base/version.hpp"
#include "indexer/dump_command.hpp"
#include "indexer/index_command.hpp"
#include "indexer/interrupt.hpp"
#include "indexer/options.hpp"

#include <new>
#include <string>
#include <vector>

namespace {

using namespace sitrep;

int run(int argc, char** argv) {
    const Result<IndexOptions> options = parse_options({argv + 1, argv + argc}, load_config);
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
    if (!options->printed_config.empty()) return diagnostics.print(options->printed_config);
    return options->dump == DumpKind::None ? run_index(*options, diagnostics)
                                           : run_dump(*options, diagnostics);
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
