#include "store/database_set.hpp"

#include "base/strings.hpp"
#include "store/article_lookup.hpp"
#include "store/database_folder.hpp"
#include "store/live_database.hpp"
#include "store/remote_database.hpp"
#include "store/schema.hpp"

#include <new>
#include <optional>
#include <utility>

namespace sitrep {
namespace {

constexpr const char* kNameItOnce = "every article would be found twice: name it once";

/// Of sets, their shards.
Result<void> refuse_doubles(const std::vector<std::string>& names) {
    std::map<std::string, std::string> seen;
    for (const std::string& name : names) {
        const Result<std::vector<std::string>> folders = member_folders(name);
        for (const std::string& folder : folders ? *folders : std::vector{name}) {
            const auto [first, is_new] = seen.emplace(canonical_database_name(folder), name);
            if (is_new) continue;
            const bool same_name = first->second == name;
            return Error{ErrorCode::Usage,
                         same_name ? "the database " + name + " is named twice"
                                   : first->second + " and " + name + " are one database",
                         kNameItOnce};
        }
    }
    return {};
}

/// A database of another machine cannot be mended from here.
Error on_server(const std::string& name, Error error) {
    error.hint = "on its machine: sitrep-index --rebuild makes it anew, and " + name +
                 " must be served by the same version";
    return error;
}

}  // namespace

Result<DatabaseSet> DatabaseSet::open(const std::vector<std::string>& names,
                                      const ServerAccess& access) {
    if (Result<void> distinct = refuse_doubles(names); !distinct) return distinct.error();
    DatabaseSet set;
    set.names_ = names;
    set.access_ = access;
    set.name_ = join(names, ", ");
    if (Result<void> opened = set.open_all(); !opened) return opened.error();
    return set;
}

Result<void> DatabaseSet::open_all() {
    all_ = Xapian::Database();
    members_.clear();
    std::vector<std::string> names;
    std::optional<Error> first;
    ShardCensus census;
    for (const std::string& name : names_) {
        const Result<void> added = add(name, census);
        if (added) {
            names.push_back(name);
            continue;
        }
        const ErrorCode code = added.error().code;
        if (!access_.allow_partial || code == ErrorCode::Usage || code == ErrorCode::Overtaken)
            return added;
        if (!first) first = added.error();
        missing_.push_back({name, added.error().message});
    }
    names_ = std::move(names);
    if (names_.empty()) return *first;
    std::optional<Error> refused = census.mixed();
    if (!refused && missing_.empty()) refused = census.incomplete();
    if (refused) return *refused;
    return {};
}

Result<std::vector<DatabaseSet::Member>> DatabaseSet::opened(const std::string& name) const {
    const Result<DatabaseName> parsed = parse_database_name(name);
    if (!parsed) return parsed.error();
    if (std::holds_alternative<FolderName>(*parsed)) {
        Result<LiveDatabases> live = open_live_databases(name);
        if (!live) return live.error();
        std::vector<Member> members;
        for (Xapian::Database& database : live->members)
            members.push_back({name, std::move(database)});
        return members;
    }
    try {
        const auto* tcp = std::get_if<TcpName>(&*parsed);
        return std::vector{Member{name,
                                  tcp != nullptr ? open_remote(*tcp, access_)
                                                 : open_remote(std::get<SshName>(*parsed), access_),
                                  remote_context(*parsed, access_)}};
    } catch (const Xapian::Error& failure) {
        return remote_error(failure, name, *parsed);
    } catch (const std::bad_alloc&) {  // what is no such server may seem to announce anything
        return Error{ErrorCode::Unreachable, name + " does not answer as a Xapian server does"};
    }
}

/// A server of a whole set speaks for its shards as one, and of what lies in their metadata only
/// the first is heard.
Result<void> DatabaseSet::refuse_set(const Member& member) const {
    if (member.context.empty() || member.database.get_uuid().find(':') == std::string::npos)
        return {};
    return Error{ErrorCode::Usage, member.path + " is a whole set of shards, served as one",
                 "serve each shard by itself, from its own folder in the set's: SEVERAL SHARDS in "
                 "man sitrep-serving"};
}

Result<void> DatabaseSet::refuse_double(const Member& member) const {
    for (const Member& other : members_) {
        if (member.context.empty() && other.context.empty()) continue;  // told apart by their paths
        if (other.database.get_uuid() != member.database.get_uuid()) continue;
        return Error{ErrorCode::Usage,
                     other.path + " and " + member.path + " are one database, or copies of one",
                     kNameItOnce};
    }
    return {};
}

Result<void> DatabaseSet::add(const std::string& name, ShardCensus& census) {
    Result<std::vector<Member>> members = opened(name);
    if (!members) return members.error();
    const bool is_remote = !members->front().context.empty();
    try {
        for (Member& member : *members) {
            if (Result<void> single = refuse_set(member); !single) return single;
            Result<AnalyzerConfig> config = schema::check(member.database, name);
            if (!config) return is_remote ? on_server(name, config.error()) : config.error();
            if (Result<void> distinct = refuse_double(member); !distinct) return distinct;
            config_ = *std::move(config);
            member.roots = schema::roots(member.database);
            all_.add_database(member.database);
            members_.push_back(std::move(member));
        }
        if (members->size() > 1) return {};  // a set, and whole
        const Result<ShardPlace> place = schema::shard_place(members_.back().database, name);
        if (!place) return place.error();
        census.add(name, *place, members_.back().roots);
        return {};
    } catch (const Xapian::DatabaseModifiedError& failure) {
        return error_from(failure, name);
    } catch (const Xapian::Error& failure) {
        if (!is_remote) return error_from(failure, name);
        return remote_error(failure, name, *parse_database_name(name));
    }
}

std::vector<const DatabaseSet::Member*> DatabaseSet::servers() const {
    std::vector<const Member*> servers;
    for (const Member& member : members_) {
        if (!member.context.empty()) servers.push_back(&member);
    }
    return servers;
}

/// Some failures of a connection do not say whose. A broken one goes on to fail; of one where an
/// answer was under way that nobody waits for any more, the failure is of another kind.
const DatabaseSet::Member* DatabaseSet::server_in(const Xapian::Error& failure) const {
    const std::vector<const Member*> servers = this->servers();
    for (const Member* server : servers) {
        if (server->context == failure.get_context()) return server;
    }
    if (!is_of_server(failure)) return nullptr;
    if (servers.size() == 1) return servers.front();
    for (const Member* server : servers) {
        Xapian::Database database = server->database;
        try {
            database.keep_alive();
        } catch (const Xapian::Error& its) {
            if (its.get_error_string() != nullptr || its.get_msg() == failure.get_msg())
                return server;
        }
    }
    return nullptr;
}

bool DatabaseSet::is_of_server(const Xapian::Error& failure) const {
    const std::string_view type = failure.get_type();
    return is_remote() && (type == "NetworkError" || type == "NetworkTimeoutError" ||
                           type == "SerialisationError");
}

Error DatabaseSet::failed(const Xapian::Error& failure) {
    const Member* server = server_in(failure);
    if (server == nullptr) {
        if (!is_of_server(failure)) return error_from(failure, name_);
        failure_ = {};
        return {ErrorCode::Unreachable,
                "one of " + join(names_, ", ") + " does not answer: " + failure.get_msg(),
                "ask each by itself"};
    }
    const std::string_view type = failure.get_type();
    if (type == "DatabaseModifiedError") return error_from(failure, server->path);
    failure_ = {server->path, type == "NetworkTimeoutError"};
    return remote_error(failure, server->path, *parse_database_name(server->path));
}

Result<void> DatabaseSet::recover(const Error& error) {
    const bool is_excused = !failure_.is_silence && excused_.insert(failure_.name).second;
    if (!is_excused) {
        if (!access_.allow_partial || failure_.name.empty() || names_.size() == 1) return error;
        std::erase(names_, failure_.name);
        missing_.push_back({failure_.name, error.message});
    }
    return renew();
}

/// Where one server failed, the others may still have an answer under way that nobody waits for: so
/// all are called again.
Result<void> DatabaseSet::renew() {
    if (is_remote()) return open_all();
    return through_xapian(name_, [&] {
        all_.reopen();  // and so each: they share what is open
        for (Member& member : members_) member.roots = schema::roots(member.database);
    });
}

bool DatabaseSet::is_remote() const { return !servers().empty(); }

std::string DatabaseSet::server_of(Xapian::docid id) const {
    const Member& member = member_of(id);
    return member.context.empty() ? std::string() : member.path;
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
    if (is_remote()) return {};  // a server does not tell its revision
    std::vector<std::string> names;
    for (const Member& member : members_)
        names.push_back(member.database.get_uuid() + ":" +
                        std::to_string(member.database.get_revision()));
    return join(names, " ");
}

}  // namespace sitrep
