// What a run did, counted: the last line it prints.
#pragma once

#include <cstdint>
#include <string>

namespace sitrep {

struct Summary {
    std::uint64_t seen = 0;       ///< files found, those of kinds we do not read included
    std::uint64_t added = 0;      ///< files
    std::uint64_t updated = 0;    ///< files
    std::uint64_t unchanged = 0;  ///< files
    std::uint64_t removed = 0;    ///< files
    std::uint64_t moved = 0;      ///< files: their articles have a new place
    std::uint64_t documents = 0;  ///< in the database, when the run ended
    std::uint64_t failed =
        0;  ///< files and records that could not be used and had not failed before
    std::uint64_t known_failures = 0;  ///< those that had, and have not changed
    /// files of kinds we do not read, links, devices; in the files read: members, and pages without
    /// an article
    std::uint64_t skipped = 0;
    std::uint64_t stale = 0;  ///< files that keep the articles of an earlier, good state
    double seconds = 0;
    std::uint64_t bytes = 0;  ///< read from files
    bool dry_run = false;     ///< nothing was done: so it would have been
    bool unfinished = false;  ///< it failed or was interrupted: of what it did some may not stay
};

/// One line for people, without a newline.
std::string summary_text(const Summary& summary);
/// One JSON object with the members' names, without a newline.
std::string summary_json(const Summary& summary);

}  // namespace sitrep
