#include "indexer/removals.hpp"

#include "base/strings.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep {
namespace {

constexpr std::uint64_t kAlwaysAllowed = 10;

std::string what_would_go(const RootRemovals& removals) {
    const std::uint64_t gone = removals.documents_gone + removals.records_gone;
    std::string out =
        fmt::format("{} of its {} would go (", gone, counted(removals.documents, "article"));
    if (removals.files_gone != 0) out += counted(removals.files_gone, "file") + " gone or left out";
    if (removals.files_gone != 0 && removals.records_gone != 0) out += ", ";
    if (removals.records_gone != 0)
        out += counted(removals.records_gone, "record") + " gone from files that are there";
    return out + ")";
}

}  // namespace

Error with_force_hint(Error refused, const std::string& place) {
    refused.hint = "if that is right: sitrep-index --force-delete";
    if (place != "/") refused.hint += " " + shell_quoted(place);
    return refused;
}

std::uint64_t most_removed(std::uint64_t documents, unsigned percent) {
    constexpr std::uint64_t kWhole = 100;
    // Without an overflow, whatever the number.
    const std::uint64_t share =
        documents / kWhole * percent + documents % kWhole * percent / kWhole;
    return std::max(kAlwaysAllowed, share);
}

std::optional<Error> refusal(const RootRemovals& removals, const RemovalRules& rules) {
    if (rules.forced || removals.nothing()) return std::nullopt;
    if (!removals.doubt.empty()) {
        return Error{ErrorCode::Database,
                     removals.doubt + ": nothing is removed, " + what_would_go(removals)};
    }
    const std::uint64_t gone = removals.documents_gone + removals.records_gone;
    if (gone <= most_removed(removals.documents, rules.percent)) return std::nullopt;
    return Error{ErrorCode::Database, fmt::format("nothing is removed: {}, more than {} %",
                                                  what_would_go(removals), rules.percent)};
}

}  // namespace sitrep
