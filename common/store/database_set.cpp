#include "store/database_set.hpp"

#include "base/file.hpp"
#include "base/strings.hpp"
#include "store/article_lookup.hpp"
#include "store/live_database.hpp"
#include "store/schema.hpp"
#include "store/xapian_door.hpp"

#include <utility>

namespace sitrep {
namespace {

Result<void> refuse_doubles(const std::vector<std::string>& paths) {
    std::map<std::string, std::string> seen;
    for (const std::string& path : paths) {
        const auto [first, is_new] = seen.emplace(canonical_path(path), path);
        if (is_new) continue;
        const bool same_name = first->second == path;
        return Error{ErrorCode::Usage,
                     same_name ? "the database " + path + " is named twice"
                               : first->second + " and " + path + " are one database",
                     "every article would be found twice: name it once"};
    }
    return {};
}

}  // namespace

Result<DatabaseSet> DatabaseSet::open(const std::vector<std::string>& paths) {
    if (Result<void> distinct = refuse_doubles(paths); !distinct) return distinct.error();
    DatabaseSet set;
    for (const std::string& path : paths) {
        if (Result<void> added = set.add(path); !added) return added.error();
    }
    set.name_ = join(paths, ", ");
    return set;
}

Result<void> DatabaseSet::add(const std::string& path) {
    Result<Xapian::Database> database = open_live_database(path);
    if (!database) return database.error();
    Result<AnalyzerConfig> config =
        through_xapian(path, [&] { return schema::check(*database, path); });
    if (!config) return config.error();
    config_ = *std::move(config);
    return through_xapian(path, [&] {
        all_.add_database(*database);
        members_.push_back({path, *database, schema::roots(*database)});
    });
}

std::string DatabaseSet::root_of(Xapian::docid id, const std::string& root_id) const {
    const std::map<std::string, std::string>& roots = member_of(id).roots;
    const auto root = roots.find(root_id);
    return root == roots.end() ? "/" : root->second;
}

std::vector<Xapian::docid> DatabaseSet::documents_named(std::string_view name) const {
    const auto members = static_cast<Xapian::docid>(members_.size());
    std::vector<Xapian::docid> documents;
    for (Xapian::docid i = 0; i < members; ++i) {
        for (const Xapian::docid id :
             sitrep::documents_named(members_[i].database, members_[i].roots, name))
            documents.push_back((id - 1) * members + i + 1);
    }
    return documents;
}

std::string DatabaseSet::snapshot() const {
    std::vector<std::string> names;
    for (const Member& member : members_)
        names.push_back(member.database.get_uuid() + ":" +
                        std::to_string(member.database.get_revision()));
    return join(names, " ");
}

void DatabaseSet::reopen() {
    all_.reopen();  // and so each: they share what is open
    for (Member& member : members_) member.roots = schema::roots(member.database);
}

}  // namespace sitrep
