#include "query/database_sets.hpp"

#include "base/strings.hpp"
#include "search/saved_questions.hpp"
#include "settings/nearest_name.hpp"

#include <algorithm>

namespace sitrep {
namespace {

Error refused(const std::string& definition, const std::string& why) {
    return {ErrorCode::Usage, "--define-db=" + definition + " " + why,
            "as in: --define-db 'news=/srv/a.db,tcp://127.0.0.1:4100', and then --db @news"};
}

Error unknown(const std::string& name, const DatabaseSets& sets) {
    std::vector<std::string> names;
    for (const auto& [known, databases] : sets) names.push_back(known);
    const std::string near = nearest_name(name, names);
    std::string hint = "a folder of this name is ./" + name + "; ";
    if (names.empty()) {
        hint += "a set is defined by --define-db NAME=DB,DB";
    } else {
        hint += near.empty() ? "there are: " + join(names, ", ") : "did you mean @" + near + "?";
    }
    return {ErrorCode::Usage, "no databases have the name " + name, hint};
}

}  // namespace

Result<DatabaseSets> read_database_sets(const std::vector<std::string>& definitions) {
    DatabaseSets sets;
    for (const std::string& one : definitions) {
        const std::size_t equals = std::min(one.find('='), one.size());
        const std::string name(trimmed(std::string_view(one).substr(0, equals)));
        if (!is_saved_name(name) || equals == one.size())
            return refused(one, "is not NAME=DB,DB: a name has letters, digits, - and _");
        std::vector<std::string> databases;
        for (const std::string_view part : split(std::string_view(one).substr(equals + 1), ',')) {
            databases.emplace_back(trimmed(part));
            if (databases.back().empty() || databases.back().starts_with('@'))
                return refused(one, "holds what is no database");
        }
        if (!sets.emplace(name, std::move(databases)).second)
            return refused(one, "defines @" + name + " twice");
    }
    return sets;
}

Result<std::vector<std::string>> named_databases(const std::vector<std::string>& databases,
                                                 const DatabaseSets& sets) {
    std::vector<std::string> named;
    for (const std::string& database : databases) {
        if (!database.starts_with('@')) {
            named.push_back(database);
            continue;
        }
        const auto set = sets.find(std::string_view(database).substr(1));
        if (set == sets.end()) return unknown(database, sets);
        named.insert(named.end(), set->second.begin(), set->second.end());
    }
    return named;
}

}  // namespace sitrep
