#include "indexer/walk_options.hpp"

#include "indexer/interrupt.hpp"

#include <optional>
#include <utility>

namespace sitrep {
namespace {

std::vector<Glob> globs_of(const std::vector<std::string>& patterns) {
    std::vector<Glob> globs;
    for (const std::string& pattern : patterns) {
        if (std::optional<Glob> glob = Glob::of_pattern(pattern)) globs.push_back(*std::move(glob));
    }
    return globs;
}

}  // namespace

WalkOptions walk_options(const IndexOptions& options) {
    WalkOptions walk;
    walk.include = globs_of(options.include);
    walk.exclude = globs_of(options.exclude);
    walk.interrupted = interrupted;
    walk.filtered = options.filters.endings();
    return walk;
}

}  // namespace sitrep
