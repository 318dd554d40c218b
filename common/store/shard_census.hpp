// Whether shards that were named one by one are a whole set: each once, none missing, none of
// another set. Pure. Included by this folder only.
#pragma once

#include "base/error.hpp"
#include "model/shard.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sitrep {

class ShardCensus {
  public:
    /// A database in folder `path`; one that is no shard does not count.
    void add(const std::string& path, const ShardPlace& place,
             const std::map<std::string, std::string>& roots);

    /// Why they are of two sets, or one of them there twice, and what to do; a Usage error.
    std::optional<Error> mixed() const;
    /// The same where some of those that are of one set are missing: more than `left_out`, of which
    /// it is known that they are.
    std::optional<Error> incomplete(std::size_t left_out = 0) const;

  private:
    struct Shard {
        std::string path;
        ShardPlace place;
        std::map<std::string, std::string> roots;
    };
    std::optional<Error> mixed(const Shard& one, const Shard& other) const;

    std::vector<Shard> shards_;
};

}  // namespace sitrep
