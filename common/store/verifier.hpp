// Whether a database is whole: every table, document, file and setting of it, read and compared.
// Nothing is written and no lock is held.
#pragma once

#include "base/result.hpp"
#include "store/long_task.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace sitrep {

/// Lines are as they come from the database: not yet fit for a terminal.
struct Verification {
    std::vector<std::string> damage;  ///< empty: the database is whole
    std::vector<std::string> stale;   ///< files whose articles are older than they are
    std::vector<std::string> notes;   ///< what the next run will see to
    std::uint64_t documents = 0;
    std::uint64_t stale_documents = 0;
    std::uint64_t files = 0;
    std::string digest;    ///< see store/digest.hpp; empty where damage kept it from being made
    bool stopped = false;  ///< by the Progress: what is above is what was found until then
};

/// Reads all of database folder `path`. Damage is a value; errors are a folder that is none of ours
/// and a writer that overtakes the check again and again (Overtaken). Damaged tables can make the
/// library crash: call it in a process of its own.
Result<Verification> verify_database(const std::string& path, const Progress& progress);

/// The digest alone, by what the documents say of themselves. Errors: Database, Overtaken, Io;
/// empty when it was stopped.
Result<std::string> digest_of_database(const std::string& path, const Progress& progress);

}  // namespace sitrep
