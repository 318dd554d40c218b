// What a question asks too much of: more than can be looked for, so that leaving some out would
// answer another question.
#pragma once

#include "search/query.hpp"

#include <optional>
#include <string>

namespace sitrep {

struct QueryExcess {
    std::size_t column = 0;  ///< of the part
    std::string what;
    std::string hint;
};

/// The first part of an analysed question whose patterns have their forms that is too much: a
/// pattern of a field of exact values that stands for more of them than kMaxExactForms, or words
/// near one another that are too many windows to look into.
std::optional<QueryExcess> find_excess(const Query& query);

}  // namespace sitrep
