#include "indexer/stats_command.hpp"

#include "indexer/interrupt.hpp"
#include "indexer/statistics_text.hpp"
#include "indexer/verify_command.hpp"

namespace sitrep {

int run_stats(const IndexOptions& options, Diagnostics& diagnostics) {
    const Result<Statistics> statistics =
        statistics_of_database(options.database, shown_on(diagnostics));
    diagnostics.clear_progress();
    if (!statistics) return could_not_read(statistics.error(), diagnostics);
    if (statistics->stopped) return interrupt_exit_code();
    return diagnostics.print(options.summary == SummaryForm::Json
                                 ? statistics_json(*statistics, letters_for_output())
                                 : statistics_text(*statistics));
}

}  // namespace sitrep
