#include "text/copy_sketch.hpp"

#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "model/furniture_lines.hpp"

#include <algorithm>
#include <limits>

namespace sitrep {
namespace {

constexpr std::uint64_t kNone = std::numeric_limits<std::uint64_t>::max();

/// Which of `bins` equal parts of all hashes this one lies in.
std::size_t bin_of(std::uint64_t hash, std::size_t bins) { return ((hash >> 32U) * bins) >> 32U; }

void keep_least(std::uint64_t& least, std::uint64_t hash) { least = std::min(least, hash); }

char byte_of(std::uint64_t least) {
    constexpr std::uint64_t kValues = 255;
    return least == kNone ? '\0' : static_cast<char>(1 + least % kValues);
}

}  // namespace

CopyWord copy_word(std::string_view term) {
    const auto first = static_cast<unsigned char>(term.front());
    if (first >= '0' && first <= '9') return {hash_64(term), true};
    constexpr unsigned char kAsciiEnd = 0x80;
    return {first < kAsciiEnd ? first : utf8::decode(term, 0).value, false};
}

CopySketch::CopySketch() {
    least_.fill(kNone);
    least_of_bands_.fill(kNone);
}

void CopySketch::add(const std::vector<Token>& tokens) {
    for (const Token& token : tokens) {
        if (token.role != TokenRole::Word) continue;
        const std::uint64_t code = copy_word(token.term).code;
        const std::uint64_t hash = shingle_.add(code);
        const std::uint64_t band_hash = band_shingle_.add(code);
        ++words_;
        if (words_ >= kCopyShingle) keep_least(least_[bin_of(hash, kBins)], hash);
        if (words_ >= kBandShingle)
            keep_least(least_of_bands_[bin_of(band_hash, kBands)], band_hash);
    }
}

std::string CopySketch::signature() const {
    if (words_ < kFewestWords) return "";
    std::string bytes;
    for (const std::uint64_t least : least_) bytes += byte_of(least);
    return bytes;
}

std::vector<std::string> CopySketch::band_terms() const {
    std::vector<std::string> terms;
    if (words_ < kFewestWords) return terms;
    for (const std::uint64_t least : least_of_bands_) {
        if (least != kNone) terms.push_back(line_term(kCopyBandPrefix, least));
    }
    return terms;
}

double CopySketch::resemblance(std::string_view one, std::string_view other) {
    if (one.size() != kBins || other.size() != kBins) return 0;
    std::size_t same = 0;
    std::size_t empty = 0;
    for (std::size_t i = 0; i < kBins; ++i) {
        if (one[i] != other[i]) continue;
        ++(one[i] == '\0' ? empty : same);
    }
    return empty == kBins ? 0 : static_cast<double>(same) / static_cast<double>(kBins - empty);
}

}  // namespace sitrep
