// What a question must be besides well-formed: it must name something to find. Excluding needs
// something to exclude from; "every article but these" is not a search.
#pragma once

#include "search/query.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace sitrep {

/// Whether `query` names nothing to find: a NOT, or an AND of these.
bool only_excludes(const Query& query);

struct RuleBreach {
    std::size_t column = 0;
    std::string message;
    std::string hint;
};

/// The first node that only excludes where something to find is needed: the whole, a side of an OR
/// or XOR, the inside of a NOT. Where there is none, an AND holds at least one child that finds,
/// and its others are NOTs of such.
std::optional<RuleBreach> find_breach(const Query& query);

}  // namespace sitrep
