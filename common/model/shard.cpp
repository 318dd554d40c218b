#include "model/shard.hpp"

#include "base/hash.hpp"
#include "base/number.hpp"

namespace sitrep {

std::string ShardPlace::text() const {
    return number == 0 ? std::string() : std::to_string(number) + "/" + std::to_string(count);
}

std::optional<ShardPlace> parse_shard_place(std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const auto number = number_in<unsigned>(text.substr(0, slash));
    const auto count = number_in<unsigned>(text.substr(slash + 1));
    if (!number || !count || *number == 0 || *number > *count || *count < 2 || *count > kMostShards)
        return std::nullopt;
    return ShardPlace{*number, *count};
}

unsigned shard_of(const FileKey& file, unsigned count) {
    return static_cast<unsigned>(hash_64(file_term(file)) % count) + 1;
}

}  // namespace sitrep
