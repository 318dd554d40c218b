#include "store/schema.hpp"

#include "base/hash.hpp"
#include "base/number.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <optional>

namespace sitrep::schema {
namespace {

constexpr const char* kSchemaKey = "sitrep.schema";
constexpr const char* kAnalyzerKey = "sitrep.analyzer";
constexpr const char* kShardKey = "sitrep.shard";

/// What a database says of itself, as much of it as a message may hold: a server may say anything.
std::string quoted(std::string_view said) {
    constexpr std::size_t kMost = 60;
    if (said.size() <= kMost) return std::string(said);
    return std::string(said.substr(0, utf8::floor_boundary(said, kMost))) + "…";
}

Error unreadable(const std::string& path, const std::string& why) {
    return {ErrorCode::Database, path + " " + why,
            "make it anew: sitrep-index --db " + shell_quoted(path) + " --rebuild"};
}

}  // namespace

std::string root_key(const std::string& root_id) { return kRootPrefix + root_id; }

std::string file_system_key(const std::string& root_id) { return "mount." + root_id; }

std::string file_prefix(const std::string& root_id) { return kFilePrefix + root_id + "."; }

std::string file_key(const FileKey& file) { return file_prefix(file.root) + hash_hex(file.path); }

void describe(Xapian::WritableDatabase& database, const AnalyzerConfig& config,
              const ShardPlace& place) {
    database.set_metadata(kSchemaKey, std::to_string(kSchemaNumber));
    database.set_metadata(kAnalyzerKey, config.serialize());
    if (place.number != 0)
        database.set_metadata(kShardKey, place.text() + " " + std::string(kShardRule));
}

Result<ShardPlace> shard_place(const Xapian::Database& database, const std::string& path) {
    const std::string text = database.get_metadata(kShardKey);
    if (text.empty()) return ShardPlace();
    const std::size_t space = std::min(text.find(' '), text.size());
    const std::optional<ShardPlace> place = parse_shard_place(text.substr(0, space));
    if (place && text.substr(space) == " " + std::string(kShardRule)) return *place;
    return unreadable(
        path, "is a shard by a rule that this program does not know (" + quoted(text) + ")");
}

Result<AnalyzerConfig> check(const Xapian::Database& database, const std::string& path) {
    const std::string number = database.get_metadata(kSchemaKey);
    if (number.empty()) return unreadable(path, "was not made by sitrep-index");
    if (number != std::to_string(kSchemaNumber)) {
        return unreadable(path, "has schema " + quoted(number) +
                                    ", and this program reads schema " +
                                    std::to_string(kSchemaNumber));
    }
    Result<AnalyzerConfig> config = AnalyzerConfig::parse(database.get_metadata(kAnalyzerKey));
    if (!config) return unreadable(path, "does not say how its words were made");
    if (!(*config == AnalyzerConfig::current())) {
        return unreadable(path, "was made with other rules for words (" +
                                    quoted(config->serialize()) + ") than this program has (" +
                                    AnalyzerConfig::current().serialize() + ")");
    }
    return config;
}

std::map<std::string, std::string> settings(const Xapian::Database& database) {
    std::map<std::string, std::string> found;
    for (const char* key : {kSchemaKey, kAnalyzerKey, kLearnedKey})
        found[key] = database.get_metadata(key);
    return found;
}

bool is_known(const Xapian::Database& database) {
    return database.get_metadata(kSchemaKey) == std::to_string(kSchemaNumber);
}

std::uint64_t commit_number(const Xapian::Database& database) {
    return number_in<std::uint64_t>(database.get_metadata(kCommitKey)).value_or(0);
}

bool learns(const Xapian::Database& database) { return database.get_metadata(kLearnedKey).empty(); }

std::string roots_sum(const std::map<std::string, std::string>& roots) {
    if (roots.empty()) return {};
    std::string all;
    for (const auto& [id, path] : roots) {
        all += id;
        all += '\0';
        all += path;
        all += '\0';
    }
    return hash_hex(all);
}

std::map<std::string, std::string> roots(const Xapian::Database& database) {
    std::map<std::string, std::string> found;
    const std::string prefix = kRootPrefix;
    for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix);
         ++key) {
        const std::string name = *key;
        if (!name.starts_with(prefix)) continue;  // a server may send anything
        found[name.substr(prefix.size())] = database.get_metadata(name);
    }
    return found;
}

std::map<std::string, std::string> roots(const std::vector<Xapian::Database>& shards) {
    std::map<std::string, std::string> found;
    for (const Xapian::Database& shard : shards) found.merge(roots(shard));
    return found;
}

}  // namespace sitrep::schema
