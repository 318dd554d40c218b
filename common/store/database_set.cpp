#include "store/database_set.hpp"

#include "base/strings.hpp"
#include "store/article_lookup.hpp"
#include "store/database_folder.hpp"
#include "store/live_database.hpp"
#include "store/remote_database.hpp"
#include "store/schema.hpp"

#include <chrono>
#include <optional>
#include <string_view>
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

/// Each answer came in time, but there were ever more of them.
Error endless(const std::string& name) {
    return {ErrorCode::Unreachable, name + " does not come to an end of its answers",
            "a slow one needs more --timeout, of which a question may take twelve"};
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

/// Always all: where one server failed, the others may still have an answer under way that nobody
/// waits for; and a folder may have another generation than Xapian would open again. If that fails,
/// what was open stays: nothing may be asked of it then, but what it told at first holds.
Result<void> DatabaseSet::open_all() {
    const Xapian::Database all_before = std::exchange(all_, Xapian::Database());
    std::vector<Member> members_before = std::exchange(members_, {});
    bounds_->forget_connections();
    Result<void> opened = open_each();
    is_out_of_step_ = !opened;
    if (opened) return {};
    all_ = all_before;
    members_ = std::move(members_before);
    return opened;
}

Result<void> DatabaseSet::open_each() {
    std::vector<std::string> names;
    std::vector<MissingDatabase> missing;
    std::optional<Error> first;
    ShardCensus census;
    for (const std::string& name : names_) {
        Result<void> added = add(name, census);
        if (added) {
            names.push_back(name);
            continue;
        }
        const ErrorCode code = added.error().code;
        if (!access_.allow_partial || code == ErrorCode::Usage || code == ErrorCode::Overtaken)
            return added;
        if (!first) first = added.error();
        missing.push_back({name, added.error().message});
    }
    if (names.empty()) return *first;  // to be asked again by its name
    names_ = std::move(names);
    missing_.insert(missing_.end(), missing.begin(), missing.end());
    std::optional<Error> refused = census.mixed();
    if (!refused) refused = census.incomplete(missing_.size());
    if (refused) return *refused;
    return {};
}

Result<std::vector<DatabaseSet::Member>> DatabaseSet::opened(const std::string& name) {
    const Result<DatabaseName> parsed = parse_database_name(name);
    if (!parsed) return parsed.error();
    if (std::holds_alternative<FolderName>(*parsed)) {
        Result<LiveDatabases> live = open_committed_databases(name);
        if (!live) return live.error();
        std::vector<Member> members;
        for (Xapian::Database& database : live->members)
            members.push_back({name, std::move(database)});
        return members;
    }
    return std::vector{Member{name,
                              bounds_->opened(name, [&] { return open_remote(*parsed, access_); }),
                              remote_context(*parsed, access_)}};
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

Result<void> DatabaseSet::take(std::vector<Member> members, const std::string& name,
                               ShardCensus& census) {
    const bool is_remote = !members.front().context.empty();
    for (Member& member : members) {
        if (Result<void> single = refuse_set(member); !single) return single;
        Result<AnalyzerConfig> config = schema::check(member.database, name);
        if (!config) return is_remote ? on_server(name, config.error()) : config.error();
        if (Result<void> distinct = refuse_double(member); !distinct) return distinct;
        member.roots = schema::roots(member.database);
        if (members.size() == 1) {  // of a set it is known that it is whole
            const Result<ShardPlace> place = schema::shard_place(member.database, name);
            if (!place) return place.error();
            census.add(name, *place, member.roots);
        }
        config_ = *std::move(config);
        all_.add_database(member.database);
        members_.push_back(std::move(member));
    }
    return {};
}

Result<void> DatabaseSet::add(const std::string& name, ShardCensus& census) {
    const bool is_remote = is_remote_name(name);
    std::optional<ServerBounds::Asking> asking;
    if (is_remote) asking.emplace(*bounds_, access_.question_time());
    try {
        Result<std::vector<Member>> members = opened(name);
        if (!members) return members.error();
        return take(*std::move(members), name, census);
    } catch (const Xapian::Error& failure) {
        const std::string_view type = failure.get_type();
        if (!is_remote || type == "DatabaseModifiedError") return error_from(failure, name);
        if (!bounds_->end().empty()) return unreachable(endless(name));
        return unreachable(remote_error(failure, name, *parse_database_name(name)));
    } catch (const std::exception& failure) {
        if (!is_remote) throw;
        return unreachable(remote_error(failure, name));
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
        bounds_->begin(access_.question_time());  // it may go on for ever
        try {
            database.keep_alive();
        } catch (const Xapian::Error& its) {
            if (its.get_error_string() != nullptr || its.get_msg() == failure.get_msg())
                return server;
        } catch (const std::exception&) {
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

/// Whether `work` goes wrong as no answer of a server makes it.
bool DatabaseSet::fails(const std::function<void()>& work) {
    bounds_->begin(access_.question_time());  // it may go on for ever
    try {
        work();
    } catch (const Xapian::Error&) {
        return !bounds_->end().empty();
    } catch (const std::exception&) {
        return true;
    }
    return false;
}

/// Such failures do not say whose they are: so each is asked alone, and what comes of it is thrown
/// away. Empty where none fails then.
std::string DatabaseSet::guilty_of(const std::function<void()>& work) {
    if (servers().size() == 1) return servers().front()->path;
    if (!open_all()) return {};
    const Xapian::Database all = all_;
    std::string guilty;
    for (const Member* server : servers()) {
        if (!guilty.empty()) break;
        all_ = server->database;
        if (fails(work)) guilty = server->path;
    }
    all_ = all;
    return guilty;
}

/// What is said of a server, with what else can be done.
Error DatabaseSet::unreachable(Error error) const {
    if (access_.may_be_partial && !access_.allow_partial && names_.size() > 1)
        error.hint = "--allow-partial answers without it; " + error.hint;
    return error;
}

Error DatabaseSet::failed(const Xapian::Error& failure) {
    is_out_of_step_ = is_remote();
    if (const std::string overdue = bounds_->end(); !overdue.empty()) {
        failure_ = {overdue, false};
        return unreachable(endless(overdue));
    }
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
    failure_ = {server->path, type != "NetworkTimeoutError"};
    return unreachable(remote_error(failure, server->path, *parse_database_name(server->path)));
}

Error DatabaseSet::failed(const std::exception& failure, const std::function<void()>& work) {
    const std::string name = guilty_of(work);
    is_out_of_step_ = true;
    failure_ = {name, false};
    if (!name.empty()) return unreachable(remote_error(failure, name));
    Error error = remote_error(failure, "one of " + join(names_, ", "));
    error.hint = "ask each by itself";
    return error;
}

Result<void> DatabaseSet::recover(const Error& error) {
    next_question();  // it begins anew
    const bool is_excused = failure_.may_be_chance && excused_.insert(failure_.name).second;
    if (!is_excused) {
        if (!access_.allow_partial || failure_.name.empty() || names_.size() == 1) return error;
        std::erase(names_, failure_.name);
        missing_.push_back({failure_.name, error.message});
    }
    return open_all();
}

void DatabaseSet::expect(std::uint64_t articles) const {
    bounds_->extend(access_.reading_time(articles));
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

std::vector<std::string> DatabaseSet::root_paths() const {
    std::vector<std::string> paths;
    for (const Member& member : members_) {
        for (const auto& [id, path] : member.roots) paths.push_back(path);
    }
    return paths;
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
