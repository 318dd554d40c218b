// Databases that have a name together.
#pragma once

#include "base/result.hpp"

#include <map>
#include <string>
#include <vector>

namespace sitrep {

/// By name, as saved questions have one: the databases that `--db @NAME` stands for.
using DatabaseSets = std::map<std::string, std::vector<std::string>, std::less<>>;

/// `NAME=DB,DB...` each, blanks around them meaning nothing. Fails with Usage, beginning with
/// `--define-db=`: no name, no database or a set among them, a name defined twice.
Result<DatabaseSets> read_database_sets(const std::vector<std::string>& definitions);

/// `databases`, each `@NAME` as what it stands for. An unknown name is a Usage error with those
/// there are.
Result<std::vector<std::string>> named_databases(const std::vector<std::string>& databases,
                                                 const DatabaseSets& sets);

}  // namespace sitrep
