// The command line of sitrep-index, parsed and checked; nothing is opened here.
#pragma once

#include "base/result.hpp"
#include "indexer/diagnostics.hpp"
#include "indexer/foreign_readers.hpp"
#include "indexer/removals.hpp"
#include "indexer/worker/change_command.hpp"
#include "model/shard.hpp"
#include "settings/config_place.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sitrep {

enum class DumpKind { None, Article, Blocks, Tokens, Document };
/// What a run is for, when it does not index.
enum class Task { Index, DryRun, ListFailed, Rebuild, Reshard, Compact, Verify, Digest, Stats };
enum class SummaryForm { Text, Json };

struct IndexOptions {
    std::string database;  ///< empty: the default one, which main() fills in
    std::vector<std::string> paths;
    std::vector<std::string> include;
    std::vector<std::string> exclude;
    std::vector<std::string> forget;
    std::string files_from;  ///< a file of paths, `-` for standard input; empty: none
    bool null_separated = false;
    std::uint64_t max_file_bytes = 32U << 20U;
    FilterSet filters;
    std::string root_id;  ///< of the one folder in `paths`; empty: found by its path
    RemovalRules removals;
    bool retry_failed = false;  ///< files with failures are read again though they did not change
    unsigned jobs = 0;          ///< threads that read; 0: as many as there are cores
    std::uint64_t memory = 512U << 20U;  ///< bytes, for the whole run
    bool learns = true;  ///< lines that many documents of an outlet have are furniture
    SummaryForm summary = SummaryForm::Text;
    DumpKind dump = DumpKind::None;
    Task task = Task::Index;
    ShardPlace shards = {};  ///< what the database is to be; nothing: what it is, or one
    std::chrono::seconds commit_age{30};  ///< how old what is not committed may get
    std::chrono::seconds wait{0};         ///< for another indexer to end
    Verbosity verbosity = Verbosity::Normal;
    std::string log;  ///< a file that gets what stderr gets; empty: none
    std::optional<ChangeCommand> on_change;
    std::chrono::seconds on_change_time{600};
    std::string config_warning;  ///< why no configuration is read; empty: one is, or there is none
    std::string printed_config;  ///< what --print-config prints; empty: it is not asked for
    std::string completion;      ///< what --completion prints; empty: it is not asked for
    bool help = false;
    bool version = false;

    /// What `jobs` means on this machine.
    unsigned threads() const;
};

/// `arguments` without the program's name; what they leave open comes from the configuration that
/// `load` brings. Fails with Usage.
Result<IndexOptions> parse_options(const std::vector<std::string>& arguments,
                                   const ConfigLoader& load = no_config);

/// What --help prints.
std::string help_text();

}  // namespace sitrep
