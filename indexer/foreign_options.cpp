#include "indexer/foreign_options.hpp"

#include <array>

namespace sitrep {
namespace {

constexpr auto kTable = std::to_array<ForeignOption>({
    {"remove delete rm del drop purge",
     "did you mean --forget=ROOT? (what vanished from a folder goes by itself)"},
    {"force full reindex re-index rebuild-all from-scratch fresh clean reset overwrite recreate "
     "create f",
     "did you mean --rebuild? (a plain run reads what changed)"},
    {"update incremental refresh sync changed-only u",
     "that is what a run without options does: it reads what changed"},
    {"recursive recurse r R", "folders are read with all that is in them"},
    {"threads workers parallel procs cpus", "did you mean --jobs=N?"},
    {"mem ram max-memory memory-limit buffer", "did you mean --memory=SIZE?"},
    {"simulate check-only pretend what-if whatif preview list-only", "did you mean --dry-run?"},
    {"check fsck validate integrity test", "did you mean --verify?"},
    {"checksum hash fingerprint", "did you mean --digest?"},
    {"status info count statistics list", "did you mean --stats?"},
    {"errors failures failed show-errors list-errors", "did you mean --list-failed?"},
    {"ignore skip ignore-file", "did you mean --exclude=GLOB?"},
    {"ext exts extension type types glob pattern only match", "did you mean --include=GLOB?"},
    {"optimize optimise vacuum merge shrink", "did you mean --compact?"},
    {"output index database dest target data-dir datadir o d", "did you mean --db=DB?"},
    {"from-file file-list filelist input input-file stdin files T",
     "did you mean --files-from=FILE? (- is standard input)"},
    {"print0 null-separated 0-separated", "did you mean --null?"},
    {"silent s", "did you mean --quiet?"},
    {"debug progress", "did you mean --verbose?"},
    {"log-file logfile", "did you mean --log=FILE?"},
    {"json output-format format", "did you mean --summary=json?"},
    {"config-file settings", "did you mean --config=FILE?"},
    {"hook exec on-success post-hook after", "did you mean --on-change=COMMAND?"},
    {"converter convert plugin extractor", "did you mean --filter=ENDINGS=COMMAND?"},
    {"max-size maxsize size-limit max-filesize", "did you mean --max-file-size=SIZE?"},
    {"name id root label", "did you mean --root-id=ID?"},
    {"timeout", "did you mean --filter-timeout=SECONDS? (or --wait, for another sitrep-index)"},
    {"lock-timeout block", "did you mean --wait=SECONDS?"},
    {"watch daemon follow monitor",
     "let cron or systemd run it again: man sitrep-index, NIGHTLY RUNS"},
    {"export", "the articles are exported by sitrep-query --export=jsonl"},
    {"search query find grep", "sitrep-query searches"},
});

}  // namespace

ForeignOptions foreign_options() { return kTable; }

}  // namespace sitrep
