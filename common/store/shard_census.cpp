#include "store/shard_census.hpp"

#include "base/strings.hpp"

#include <algorithm>

namespace sitrep {
namespace {

std::string described(const std::string& path, const ShardPlace& place) {
    return path + " is shard " + place.text();
}

/// Shards of one set know the same roots; a run that was ended may have told some only.
bool share_a_root(const std::map<std::string, std::string>& one,
                  const std::map<std::string, std::string>& other) {
    return one.empty() || other.empty() ||
           std::any_of(one.begin(), one.end(),
                       [&](const auto& root) { return other.contains(root.first); });
}

}  // namespace

void ShardCensus::add(const std::string& path, const ShardPlace& place,
                      const std::map<std::string, std::string>& roots) {
    if (place.number != 0) shards_.push_back({path, place, roots});
}

std::optional<Error> ShardCensus::mixed(const Shard& one, const Shard& other) const {
    const std::string both = described(one.path, one.place) + ", and " + other.path + " ";
    if (one.place.count != other.place.count)
        return Error{ErrorCode::Usage, both + "is " + other.place.text() + ": they are of two sets",
                     "name the shards of one set"};
    if (one.place.number == other.place.number)
        return Error{ErrorCode::Usage, both + "is, too",
                     "every article would be found twice: name it once"};
    if (!share_a_root(one.roots, other.roots))
        return Error{ErrorCode::Usage, both + "is one of other folders: they are of two sets",
                     "name the shards of one set; made on several machines, they need the same "
                     "--root-id"};
    return std::nullopt;
}

std::optional<Error> ShardCensus::mixed() const {
    for (auto other = shards_.begin(); other != shards_.end(); ++other) {
        for (auto one = shards_.begin(); one != other; ++one) {
            if (std::optional<Error> refused = mixed(*one, *other)) return refused;
        }
    }
    return std::nullopt;
}

std::optional<Error> ShardCensus::incomplete(std::size_t left_out) const {
    if (shards_.empty()) return std::nullopt;
    const Shard& first = shards_.front();
    std::vector<std::string> missing;
    for (unsigned number = 1; number <= first.place.count; ++number) {
        if (std::none_of(shards_.begin(), shards_.end(),
                         [&](const Shard& shard) { return shard.place.number == number; }))
            missing.push_back(ShardPlace{number, first.place.count}.text());
    }
    if (missing.size() <= left_out) return std::nullopt;
    const std::string not_named = left_out > 0          ? " are not all named"
                                  : missing.size() == 1 ? " is not named"
                                                        : " are not named";
    return Error{ErrorCode::Usage,
                 described(first.path, first.place) + ", and " + join(missing, ", ") + not_named,
                 "answers would lack their articles: name all shards with --db, or the folder that "
                 "holds the set"};
}

}  // namespace sitrep
