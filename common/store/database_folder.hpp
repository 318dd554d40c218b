// A database is a folder of generations: `DB/gen-N/` holds Xapian's files and the one-line stub
// `DB/XAPIANDB` names the live one, so that Xapian's own tools open `DB` as it is. The stub is read
// by our own parser, never by Xapian: a stub can name programs to run. The generation of a set
// holds shards instead, `DB/gen-N/shard-1` and so on: database folders each, which the stub names
// line by line.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// What a stub names.
struct Stub {
    std::string generation;  ///< `gen-N`
    unsigned shards = 0;     ///< that it holds; 0: it is a database itself
};

/// $SITREP_DB, else $XDG_DATA_HOME/sitrep/default, else ~/.local/share/sitrep/default.
std::string default_database();

/// The live generation's folder inside database `path`. A Database error tells a missing database
/// (with the command that makes one) from a folder that is not one.
Result<std::string> live_generation(const std::string& path);

/// An error unless the text is exactly one line `glass gen-N`, or the lines `auto gen-N/shard-1`,
/// `auto gen-N/shard-2` and so on.
Result<Stub> parse_stub(std::string_view text);

/// The stub of database `path`; errors as live_generation().
Result<Stub> read_stub(const std::string& path);

/// Where a generation's shard `number`, from 1, lies.
std::string shard_folder(const std::string& generation, unsigned number);

/// The database folders that hold the articles of `path`: its shards, or itself. Errors as
/// live_generation().
Result<std::vector<std::string>> member_folders(const std::string& path);

/// Whether the folder has a stub, that is: whether a first generation was published.
Result<bool> has_database(const std::string& path);

/// Publishes `generation` (`gen-N`, complete and closed, in `path`) as the live one, durably; the
/// shards it holds are those that are there.
Result<void> publish_generation(const std::string& path, const std::string& generation);

}  // namespace sitrep
