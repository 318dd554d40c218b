// A database is a folder of generations: `DB/gen-N/` holds Xapian's files and the one-line stub
// `DB/XAPIANDB` names the live one, so that Xapian's own tools open `DB` as it is. The stub is read
// by our own parser, never by Xapian: a stub can name programs to run.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace sitrep {

/// $SITREP_DB, else $XDG_DATA_HOME/sitrep/default, else ~/.local/share/sitrep/default.
std::string default_database();

/// The live generation's folder inside database `path`. A Database error tells a missing database
/// (with the command that makes one) from a folder that is not one.
Result<std::string> live_generation(const std::string& path);

/// The generation that a stub's text names, `gen-N`, or an error: exactly one line `glass gen-N`.
Result<std::string> parse_stub(std::string_view text);

/// Whether the folder has a stub, that is: whether a first generation was published.
Result<bool> has_database(const std::string& path);

/// Publishes `generation` (`gen-N`, complete and closed, in `path`) as the live one, durably.
Result<void> publish_generation(const std::string& path, const std::string& generation);

}  // namespace sitrep
