// Which shard of a set an article lies in. A set is one collection over several databases; all
// articles of a file lie in one of them, with what is remembered of the file, for they are replaced
// together, in one commit.
#pragma once

#include "model/index_document.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace sitrep {

/// As many as can be open at once beside what a run needs.
inline constexpr unsigned kMostShards = 16;

/// Shard `number`, from 1, of `count`; of a whole set `number` is 0, of a database that is no part
/// of one both are.
struct ShardPlace {
    unsigned number = 0;
    unsigned count = 0;

    /// `2/3`; empty where it is no shard.
    std::string text() const;
    friend bool operator==(const ShardPlace&, const ShardPlace&) = default;
};

/// `2/3`: a number from 1 to the count, and a count from 2 to kMostShards.
std::optional<ShardPlace> parse_shard_place(std::string_view text);

/// The rule's name, which databases hold: shards divided by different rules are no set.
inline constexpr std::string_view kShardRule = "xxh3-file";

/// The number, from 1, of the shard that a file's articles lie in: the 64-bit XXH3 of file_term(),
/// and so of root id and path inside the root, modulo `count`, and one.
unsigned shard_of(const FileKey& file, unsigned count);

}  // namespace sitrep
