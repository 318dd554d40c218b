// The tables of a generation, by Xapian's own check, which looks at their form and does not see
// that one is missing. Included by this folder only.
#pragma once

#include "store/findings.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace sitrep {

/// Whether table `name` (docdata, termlist, ...) has its file.
bool table_is_there(const std::string& generation, const std::string& name);

/// Name and bytes of each table that has one.
std::vector<std::pair<std::string, std::uint64_t>> table_sizes(const std::string& generation);

/// Whether the articles can be looked at. Of a database without articles no table need be there.
bool check_tables_are_there(const std::string& generation, Findings& findings);

/// The check wants the right to write, though it does not write.
bool may_check_form(const std::string& generation);

/// Names the tables that are damaged. Damage can make Xapian crash. Throws DatabaseModifiedError
/// where a writer came between.
void check_form(const std::string& generation, Findings& findings);

}  // namespace sitrep
