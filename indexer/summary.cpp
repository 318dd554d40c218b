#include "indexer/summary.hpp"

#include "base/strings.hpp"

#include <fmt/format.h>

namespace sitrep {

std::string summary_text(const Summary& s) {
    std::string out = s.dry_run ? "dry run: " : s.unfinished ? "not finished: " : "";
    out += fmt::format("{}: {} added, {} updated, {} unchanged, {} removed",
                       counted(s.seen, "file"), s.added, s.updated, s.unchanged, s.removed);
    if (s.moved != 0) out += fmt::format(", {} moved", s.moved);
    if (s.skipped != 0) out += fmt::format(", {} skipped", s.skipped);
    if (s.failed != 0) out += fmt::format("; {} failed", s.failed);
    if (s.known_failures != 0) out += fmt::format("; {} failed before", s.known_failures);
    if (s.stale != 0) out += fmt::format("; {} stale", s.stale);
    return out + fmt::format("; {} in the database; {:.1f} s", counted(s.documents, "article"),
                             s.seconds);
}

std::string summary_json(const Summary& s) {
    return fmt::format(
        R"({{{}"seen":{},"added":{},"updated":{},"unchanged":{},"removed":{},"moved":{},"documents":{},"failed":{},)"
        R"("known_failures":{},"skipped":{},"stale":{},"seconds":{:.3f},"bytes":{}}})",
        s.dry_run      ? R"("dry_run":true,)"
        : s.unfinished ? R"("unfinished":true,)"
                       : "",
        s.seen, s.added, s.updated, s.unchanged, s.removed, s.moved, s.documents, s.failed,
        s.known_failures, s.skipped, s.stale, s.seconds, s.bytes);
}

}  // namespace sitrep
