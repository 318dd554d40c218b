#include "indexer/change_notice.hpp"

#include "base/file.hpp"
#include "indexer/interrupt.hpp"

#include <fmt/format.h>

namespace sitrep {
namespace {

std::vector<std::string> variables(const IndexOptions& options, const Summary& summary,
                                   int status) {
    return {
        "SITREP_DB=" + absolute_path(options.database),
        fmt::format("SITREP_ADDED={}", summary.added),
        fmt::format("SITREP_UPDATED={}", summary.updated),
        fmt::format("SITREP_REMOVED={}", summary.removed),
        fmt::format("SITREP_MOVED={}", summary.moved),
        fmt::format("SITREP_FAILED={}", summary.failed),
        fmt::format("SITREP_DOCUMENTS={}", summary.documents),
        fmt::format("SITREP_STATUS={}", status),
    };
}

}  // namespace

void tell_of_change(const IndexOptions& options, const Summary& summary, ExitStatus& status,
                    Diagnostics& diagnostics) {
    const bool has_changed = summary.added + summary.updated + summary.removed + summary.moved != 0;
    if (!options.on_change || !has_changed || interrupted()) return;
    const Result<void> told = options.on_change->run(
        variables(options, summary, status.code()), options.on_change_time, interrupted,
        [&](std::string_view line) { diagnostics.relay(std::string(line)); });
    if (interrupted()) {
        status.raise(interrupt_exit_code());
    } else if (!told) {
        diagnostics.error(told.error());
        status.raise(kNotTold);
    }
}

}  // namespace sitrep
