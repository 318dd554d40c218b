#include "store/document_seal.hpp"

#include "base/hash.hpp"

#include <bit>
#include <vector>

namespace sitrep::seal {
namespace {

// Of each kind of content another function, so that none can stand in for another.
constexpr std::uint64_t kTermSeed = 1ULL << 32U;
constexpr std::uint64_t kValueSeed = 2ULL << 32U;
constexpr std::uint64_t kArticleSeed = 3ULL << 32U;
constexpr std::size_t kSealBytes = 8;
constexpr unsigned kByte = 8;

std::string_view bytes_of(std::span<const std::uint32_t> numbers) {
    return {reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes()};
}

[[maybe_unused]] constexpr std::uint32_t swapped(std::uint32_t number) {
    return number << 24U | (number & 0xFF00U) << 8U | (number >> 8U & 0xFF00U) | number >> 24U;
}

}  // namespace

std::uint64_t of_posting(std::string_view term, std::uint32_t wdf) {
    return hash_64(term, kTermSeed + wdf);
}

std::uint64_t with_positions(std::uint64_t posting, std::span<const std::uint32_t> positions) {
    if (positions.empty()) return posting;
    if constexpr (std::endian::native == std::endian::little) {
        return hash_64(bytes_of(positions), posting);
    } else {  // a database may be read on another machine than it was written on
        std::vector<std::uint32_t> turned(positions.begin(), positions.end());
        for (std::uint32_t& position : turned) position = swapped(position);
        return hash_64(bytes_of(turned), posting);
    }
}

std::uint64_t of_value(std::uint32_t slot, std::string_view value) {
    return hash_64(value, kValueSeed + slot);
}

std::uint64_t of_article(std::string_view article) { return hash_64(article, kArticleSeed); }

std::string sealed(std::uint64_t seal, std::string_view article) {
    std::string data;
    data.reserve(kSealBytes + article.size());
    for (std::size_t i = 0; i < kSealBytes; ++i) data += static_cast<char>(seal >> (kByte * i));
    return data += article;
}

std::optional<Opened> open(std::string_view data) {
    if (data.size() < kSealBytes) return std::nullopt;
    Opened opened;
    for (std::size_t i = 0; i < kSealBytes; ++i) {
        const auto byte = static_cast<unsigned char>(data[i]);
        opened.seal |= static_cast<std::uint64_t>(byte) << (kByte * i);
    }
    opened.article = data.substr(kSealBytes);
    return opened;
}

std::string_view article_in(std::string_view data) {
    const std::optional<Opened> opened = open(data);
    return opened ? opened->article : std::string_view();
}

}  // namespace sitrep::seal
