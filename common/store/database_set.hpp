// Databases that are searched as if they were one: Xapian numbers the documents of n of them in
// turn and sums what it knows of terms, so scores are those of one database that holds all.
// Metadata it reads of the first alone: what lies there is read of each. Included by this folder
// only.
#pragma once

#include "base/result.hpp"
#include "store/shard_census.hpp"
#include "text/analyzer.hpp"

#include <xapian.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

class DatabaseSet {
  public:
    /// The live generations of the folders `paths`, one at least, and of a set all its shards.
    /// Errors as open_live_databases() name the folder in trouble; a folder named twice, and shards
    /// named one by one that are no whole set (store/shard_census.hpp), are Usage errors.
    static Result<DatabaseSet> open(const std::vector<std::string>& paths);

    const Xapian::Database& all() const { return all_; }

    /// Calls `each` with every one of them, and a function from its document numbers to those of
    /// all().
    template <class Each>
    void each_database(const Each& each) const {
        for (std::size_t i = 0; i < members_.size(); ++i) {
            each(members_[i].database, [i, n = members_.size()](Xapian::docid own) {
                return static_cast<Xapian::docid>((own - 1) * n + i + 1);
            });
        }
    }

    /// The folders, for messages.
    const std::string& name() const { return name_; }

    /// Names what is seen of each: what was written since has another name, what was made anew,
    /// too. Throws what Xapian throws.
    std::string snapshot() const;

    /// What each was made with: schema::check() lets pass only what this program makes itself.
    const AnalyzerConfig& analyzer_config() const { return config_; }

    /// The folder of the database that document `id` of all() came from.
    const std::string& path_of(Xapian::docid id) const { return member_of(id).path; }

    /// The absolute path of a root of that database; `/` where it has no such root.
    std::string root_of(Xapian::docid id, const std::string& root_id) const;

    /// The documents of all() that may have `name`: see documents_named().
    std::vector<Xapian::docid> documents_named(std::string_view name) const;

    /// Goes on to the next snapshot. Throws what Xapian throws.
    void reopen();

  private:
    struct Member {
        std::string path;
        Xapian::Database database;
        std::map<std::string, std::string> roots = {};
    };

    Result<void> add(const std::string& path, ShardCensus& census);
    const Member& member_of(Xapian::docid id) const { return members_[(id - 1) % members_.size()]; }

    std::vector<Member> members_;
    Xapian::Database all_;
    std::string name_;
    AnalyzerConfig config_;
};

}  // namespace sitrep
