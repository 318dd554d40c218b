#include "store/database_set.hpp"

#include "base/file.hpp"
#include "base/strings.hpp"
#include "store/article_lookup.hpp"
#include "store/database_folder.hpp"
#include "store/live_database.hpp"
#include "store/schema.hpp"
#include "store/xapian_door.hpp"

#include <optional>
#include <utility>

namespace sitrep {
namespace {

/// Of sets, their shards.
Result<void> refuse_doubles(const std::vector<std::string>& paths) {
    std::map<std::string, std::string> seen;
    for (const std::string& path : paths) {
        const Result<std::vector<std::string>> folders = member_folders(path);
        for (const std::string& folder : folders ? *folders : std::vector{path}) {
            const auto [first, is_new] = seen.emplace(canonical_path(folder), path);
            if (is_new) continue;
            const bool same_name = first->second == path;
            return Error{ErrorCode::Usage,
                         same_name ? "the database " + path + " is named twice"
                                   : first->second + " and " + path + " are one database",
                         "every article would be found twice: name it once"};
        }
    }
    return {};
}

}  // namespace

Result<DatabaseSet> DatabaseSet::open(const std::vector<std::string>& paths) {
    if (Result<void> distinct = refuse_doubles(paths); !distinct) return distinct.error();
    DatabaseSet set;
    ShardCensus census;
    for (const std::string& path : paths) {
        if (Result<void> added = set.add(path, census); !added) return added.error();
    }
    if (const std::optional<Error> refused = census.refusal()) return *refused;
    set.name_ = join(paths, ", ");
    return set;
}

Result<void> DatabaseSet::add(const std::string& path, ShardCensus& census) {
    Result<LiveDatabases> live = open_live_databases(path);
    if (!live) return live.error();
    return through_xapian(path, [&]() -> Result<void> {
        config_ = AnalyzerConfig::current();  // schema::check() lets no other pass
        for (const Xapian::Database& database : live->members) {
            all_.add_database(database);
            members_.push_back({path, database, schema::roots(database)});
        }
        if (live->members.size() > 1) return {};  // a set, and whole
        const Result<ShardPlace> place = schema::shard_place(live->first(), path);
        if (!place) return place.error();
        census.add(path, *place, members_.back().roots);
        return {};
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
