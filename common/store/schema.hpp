// What a Sitrep database holds, whole. Included by the sources of this folder only.
//
// Terms        see text/index_document_builder.hpp and model/fields.hpp; also
//   Q<hash>    the record: unique_term()
//   XF<hash>   the file it came from: file_term()
//   XN<band>   what copies of it have too: text/copy_sketch.hpp
//   XU<line>   a line it holds, XM<line> one it knew for furniture: model/furniture_lines.hpp
// Values       model/index_document.hpp, enum Slot
// Data         store/document_seal.hpp, then model/stored_article.hpp
// Metadata
//   sitrep.schema         kSchemaNumber
//   sitrep.analyzer       AnalyzerConfig::serialize()
//   sitrep.learned        "off" where lines are not learned; absent otherwise
//   sitrep.shard          ShardPlace::text() and kShardRule, of a shard; absent otherwise
//   sitrep.commit         of a shard: the number of the set's last commit, which all shards note
//   sitrep.unsettled      "1" until the others are told what changed documents teach
//   sitrep.runs           encode_runs() of the last that changed something
//
//   root.<id>             the root's absolute path
//   sitrep.roots          roots_sum() of them all
//   mount.<id>            encode_file_system() of where the root stood
//   file.<id>.<hash>      encode_file_state() of a file of that root; the hash is of its path
#pragma once

#include "base/result.hpp"
#include "model/index_document.hpp"
#include "model/shard.hpp"
#include "text/analyzer.hpp"

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace sitrep::schema {

/// Raised when a database written by one number cannot be read by another.
inline constexpr int kSchemaNumber = 5;

inline constexpr const char* kRootPrefix = "root.";
inline constexpr const char* kFilePrefix = "file.";
inline constexpr const char* kCommitKey = "sitrep.commit";
inline constexpr const char* kLearnedKey = "sitrep.learned";
inline constexpr const char* kRootsKey = "sitrep.roots";
inline constexpr const char* kRunsKey = "sitrep.runs";
inline constexpr const char* kUnsettledKey = "sitrep.unsettled";

std::string root_key(const std::string& root_id);
std::string file_system_key(const std::string& root_id);
std::string file_key(const FileKey& file);
/// What the keys of all files of a root begin with.
std::string file_prefix(const std::string& root_id);

/// Calls `each` with the encoded state of every file of a root.
template <class Each>
void each_file_state(const Xapian::Database& database, const std::string& root_id,
                     const Each& each) {
    const std::string prefix = file_prefix(root_id);
    for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix);
         ++key) {
        // The keys of one root may begin like those of another, for ids may hold dots.
        if ((*key).rfind('.') + 1 == prefix.size()) each(database.get_metadata(*key));
    }
}

/// Writes the schema number, the analyzer's settings and its place among others into a new
/// database.
void describe(Xapian::WritableDatabase& database, const AnalyzerConfig& config,
              const ShardPlace& place);

/// Its place among others. A Database error where it was divided off by a rule of which this
/// program knows nothing.
Result<ShardPlace> shard_place(const Xapian::Database& database, const std::string& path);

/// The analyzer's settings of `database`, or why this build cannot use it. `path` is for the
/// message.
Result<AnalyzerConfig> check(const Xapian::Database& database, const std::string& path);

/// What the database was made with: the schema number, the analyzer's settings, whether lines are
/// learned.
std::map<std::string, std::string> settings(const Xapian::Database& database);

/// Whether its schema number is ours, whatever its other settings.
bool is_known(const Xapian::Database& database);

/// Of the set that it is a shard of; 0 before a set's second.
std::uint64_t commit_number(const Xapian::Database& database);

/// Whether lines are learned.
bool learns(const Xapian::Database& database);

/// A hash of them: a bit of a path that falls over would make another folder of it. Empty of none.
std::string roots_sum(const std::map<std::string, std::string>& roots);

/// Root id to absolute path.
std::map<std::string, std::string> roots(const Xapian::Database& database);
/// Of all shards: a run that was ended may have told some of them only.
std::map<std::string, std::string> roots(const std::vector<Xapian::Database>& shards);

}  // namespace sitrep::schema
