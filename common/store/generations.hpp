// The generations in a database folder, `gen-N`, and what half-done ones are called. Included by
// this folder only.
#pragma once

#include "base/result.hpp"

#include <string>
#include <vector>

namespace sitrep {

inline constexpr const char* kFirstGeneration = "gen-1";
inline constexpr const char* kBuildFolder = "build.tmp";
/// What that becomes when it is published, and is to be removed.
inline constexpr const char* kBuiltFolder = "built.tmp";
/// Beside a shard that is built alone: a database folder of its own, with what the articles of the
/// other shards teach. Not of a generation.
inline constexpr const char* kOthersFolder = "others";
/// A database folder of its own, of which a generation is to take the live one's place.
inline constexpr const char* kRebuildFolder = "rebuild.tmp";

/// `gen-N`, as parse_stub() takes it.
bool is_generation(const std::string& name);
/// `gen-2` for `.../gen-1`
std::string next_generation(const std::string& generation);
/// Of two, the one with the greater number.
std::string newer(const std::string& one, const std::string& other);
/// The last one that is there in folder `path`, or the first where there is none.
std::string newest_generation(const std::string& path);

/// Makes the folder `made`, a database that is closed, the generation `next` of `path` and the live
/// one, for good. What was live before stays where it is.
Result<void> swap_in(const std::string& path, const std::string& made, const std::string& next);

/// Of a build that is published nothing may be taken up again, wherever a kill ends its removal.
Result<void> put_away_build(const std::string& path);

/// The names of what runs that were ended left beside the `live` generation (a path): half a build,
/// a generation that was not published or no longer is. True only while no writer is at work.
std::vector<std::string> leftovers(const std::string& path, const std::string& live);
void remove_leftovers(const std::string& path, const std::string& live);

}  // namespace sitrep
