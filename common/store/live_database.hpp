// Opens what is live for reading. Included by this folder only.
#pragma once

#include "base/result.hpp"
#include "store/xapian_door.hpp"

#include <xapian.h>

#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace sitrep {

/// The live generation of the database folder `path`; when a writer takes it away meanwhile, the
/// next one. Errors as live_generation(), and Database.
Result<Xapian::Database> open_live_database(const std::string& path);

/// A database, or all shards of a set. What lies in metadata is read of each member.
struct LiveDatabases {
    Xapian::Database all;
    std::vector<Xapian::Database> members;
    std::vector<std::string> paths;  ///< of the members

    const Xapian::Database& first() const { return members.front(); }
};

/// Those of the database folder `path`, each of this schema and, in a set, in its place. Database
/// where a shard is missing or is another's.
Result<LiveDatabases> open_live_databases(const std::string& path);

/// The same for questions: of a set that is being committed, all shards before that or all after
/// it, as soon as they are; Overtaken where that takes longer than half a minute. Shards that a
/// kill left at different commits are seen as they are.
Result<LiveDatabases> open_committed_databases(const std::string& path);

/// What `work` makes of them, a Result; anew, on the next state, when a writer overtakes it, five
/// times at most.
template <class Work>
auto on_live_databases(const std::string& path, const Work& work)
    -> std::invoke_result_t<Work, const LiveDatabases&> {
    using Made = std::invoke_result_t<Work, const LiveDatabases&>;
    constexpr int kTries = 5;
    Made made = Error{ErrorCode::Overtaken, path + " is being written"};
    for (int tries = 0; tries < kTries && !made && made.error().code == ErrorCode::Overtaken;
         ++tries) {
        const Result<LiveDatabases> live = open_live_databases(path);
        made = live ? through_xapian(path, [&] { return work(*live); }) : Made(live.error());
    }
    return made;
}

}  // namespace sitrep
