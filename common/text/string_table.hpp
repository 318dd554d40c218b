// Distinct strings numbered in the order they came: the hash table behind the analyzer's word types
// and a document's terms. Open addressing, linear probing; the seed is random, so that no text can
// be written to make it slow. Internal to common/text.
#pragma once

#include "text/arena.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sitrep {

class StringTable {
  public:
    StringTable() : seed_(random_seed()) {}

    /// The number of `text`, 0-based; the next free one when it is new: then size() has grown.
    std::uint32_t number(std::string_view text) {
        if ((texts_.size() + 1) * 2 > places_.size()) grow();
        const std::uint64_t hash = hash_of(text);
        const auto tag = static_cast<std::uint32_t>(hash);
        const std::size_t mask = places_.size() - 1;
        std::size_t at = static_cast<std::size_t>(hash >> 32U) & mask;
        for (; places_[at].number != kFree; at = (at + 1) & mask) {
            if (places_[at].tag == tag && texts_[places_[at].number] == text)
                return places_[at].number;
        }
        places_[at] = {tag, static_cast<std::uint32_t>(hash >> 32U),
                       static_cast<std::uint32_t>(texts_.size())};
        texts_.push_back(arena_.store(text));
        return places_[at].number;
    }

    std::size_t size() const { return texts_.size(); }
    /// Valid until clear().
    std::string_view operator[](std::size_t number) const { return texts_[number]; }
    /// A string that lives as long as the table's own.
    std::string_view store(std::string_view text) { return arena_.store(text); }
    void clear();

  private:
    static constexpr std::uint32_t kFree = 0xFFFFFFFF;
    struct Place {
        std::uint32_t tag = 0;
        std::uint32_t home = 0;
        std::uint32_t number = kFree;
    };

    static std::uint64_t random_seed();
    static std::uint64_t load(const char* from, std::size_t n) {
        std::uint64_t value = 0;
        std::memcpy(&value, from, n);
        return value;
    }
    static std::uint64_t mixed(std::uint64_t hash, std::uint64_t word) {
        hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
        return hash ^ (hash >> 29U);
    }
    std::uint64_t hash_of(std::string_view text) const {
        std::uint64_t hash = seed_ ^ text.size();
        const char* from = text.data();
        std::size_t left = text.size();
        for (; left > 8; left -= 8, from += 8) hash = mixed(hash, load(from, 8));
        if (left == 8) return mixed(mixed(hash, load(from, 8)), seed_);
        std::uint64_t tail = 0;
        if (left >= 4) {
            tail = load(from, 4) | (load(from + left - 4, 4) << 32U);
        } else if (left > 0) {
            const auto byte = [from](std::size_t i) {
                return static_cast<std::uint64_t>(static_cast<unsigned char>(from[i]));
            };
            tail = byte(0) | (byte(left / 2) << 8U) | (byte(left - 1) << 16U);
        }
        return mixed(mixed(hash, tail), seed_);
    }
    void grow();

    Arena arena_;
    std::vector<std::string_view> texts_;
    std::vector<Place> places_;
    std::uint64_t seed_;
};

}  // namespace sitrep
