#include "text/string_table.hpp"

#include <random>

namespace sitrep {

std::uint64_t StringTable::random_seed() {
    static const std::uint64_t seed = [] {
        std::random_device device;
        return (static_cast<std::uint64_t>(device()) << 32U) | device() | 1U;
    }();
    return seed;
}

void StringTable::clear() {
    arena_.clear();
    texts_.clear();
    places_.clear();
}

void StringTable::grow() {
    constexpr std::size_t kSmallest = 64;
    std::vector<Place> old(places_.empty() ? kSmallest : places_.size() * 2);
    old.swap(places_);
    const std::size_t mask = places_.size() - 1;
    for (const Place& place : old) {
        if (place.number == kFree) continue;
        std::size_t at = place.home & mask;
        while (places_[at].number != kFree) at = (at + 1) & mask;
        places_[at] = place;
    }
}

}  // namespace sitrep
