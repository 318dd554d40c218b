// Opens the live generation for reading. Included by this folder only.
#pragma once

#include "base/result.hpp"
#include "store/xapian_door.hpp"

#include <xapian.h>

#include <string>
#include <type_traits>
#include <utility>

namespace sitrep {

/// The live generation of the database folder `path`; when a writer takes it away meanwhile, the
/// next one. Errors as live_generation(), and Database.
Result<Xapian::Database> open_live_database(const std::string& path);

/// What `work` makes of it, a Result; asked again on the next state when a writer overtakes it, up
/// to five times.
template <class Work>
auto on_live_database(const std::string& path, const Work& work)
    -> std::invoke_result_t<Work, const Xapian::Database&> {
    using Made = std::invoke_result_t<Work, const Xapian::Database&>;
    constexpr int kTries = 5;
    Made made = Error{ErrorCode::Overtaken, path + " is being written"};
    for (int tries = 0; tries < kTries && !made && made.error().code == ErrorCode::Overtaken;
         ++tries) {
        const Result<Xapian::Database> database = open_live_database(path);
        if (!database) return database.error();
        made = through_xapian(path, [&] { return work(*database); });
    }
    return made;
}

}  // namespace sitrep
