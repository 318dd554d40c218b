#include "indexer/stats_command.hpp"

#include "indexer/interrupt.hpp"
#include "indexer/statistics_text.hpp"
#include "indexer/verify_command.hpp"
#include "store/database_folder.hpp"

namespace sitrep {

int run_stats(const IndexOptions& options, Diagnostics& diagnostics) {
    const std::string path = options.database.empty() ? default_database() : options.database;
    const Result<Statistics> statistics = statistics_of_database(path, shown_on(diagnostics));
    diagnostics.clear_progress();
    if (!statistics) return could_not_read(statistics.error(), diagnostics);
    if (statistics->stopped) return interrupt_exit_code();
    return diagnostics.print(options.summary == SummaryForm::Json ? statistics_json(*statistics)
                                                                  : statistics_text(*statistics));
}

}  // namespace sitrep
