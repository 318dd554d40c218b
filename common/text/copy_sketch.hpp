// What a document shows of its body so that copies of it can be found: syndicated articles that
// differ in an agency's tag, a cut head or tail, typos. A sketch is made while the document is,
// from the article alone, and compares in nanoseconds; what it says is an estimate, which
// copy_profile.hpp checks where it matters.
//
// The least hashes of a text's shingles (Broder, "On the resemblance and containment of documents",
// 1997), by one permutation (Li, Owen and Zhang, "One permutation hashing", 2012). Shingles are not
// of words but of their first letters: a typo seldom hits one, and it takes few more letters than
// words to be as rare. Numbers stand in them whole: reports that differ in figures are not copies.
// HACKING.md, "Copies", has what was measured.
#pragma once

#include "text/token.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// Prefix of a term that most copies of a text have in common, and few other documents.
inline constexpr std::string_view kCopyBandPrefix = "XN";

/// A word as copies are compared by it.
struct CopyWord {
    std::uint64_t code = 0;  ///< of the whole number, or of the first letter alone
    bool is_number = false;  ///< it begins with a digit
};
/// `term` is a token's, not empty.
CopyWord copy_word(std::string_view term);

/// The hash of the last `kWords` words, moved on word by word.
template <std::size_t kWords>
class ShingleHash {
  public:
    /// The hash of the shingle that ends with this word; mixed.
    std::uint64_t add(std::uint64_t code) {
        std::uint64_t& oldest = codes_[next_];
        sum_ = sum_ * kBase + code - oldest * kOldest;
        oldest = code;
        next_ = next_ + 1 == kWords ? 0 : next_ + 1;
        const std::uint64_t mixed = (sum_ ^ (sum_ >> 32U)) * 0x9E3779B97F4A7C15U;
        return mixed ^ (mixed >> 29U);
    }

  private:
    static constexpr std::uint64_t kBase = 0xD6E8FEB86659FD93U;
    static constexpr std::uint64_t kOldest = [] {
        std::uint64_t power = 1;
        for (std::size_t i = 0; i < kWords; ++i) power *= kBase;
        return power;
    }();
    std::array<std::uint64_t, kWords> codes_{};
    std::size_t next_ = 0;
    std::uint64_t sum_ = 0;
};

/// Words a shingle has where texts are compared.
inline constexpr std::size_t kCopyShingle = 5;
using CopyShingle = ShingleHash<kCopyShingle>;

class CopySketch {
  public:
    /// A text of fewer words has no copies: too much of it is said in the same words elsewhere.
    static constexpr std::size_t kFewestWords = 60;
    /// Bytes of a signature.
    static constexpr std::size_t kBins = 64;

    CopySketch();

    /// The next tokens of the body.
    void add(const std::vector<Token>& tokens);

    /// A byte for each bin of shingles, of the least hash in it; 0 for a bin without any. Empty for
    /// a text of fewer than kFewestWords.
    std::string signature() const;
    /// The terms, up to kBands; none for a text of fewer than kFewestWords.
    std::vector<std::string> band_terms() const;

    /// The share of shingles that two texts have in common, by their signatures: 0 to 1, give or
    /// take 0.06. 0 where one is no signature.
    /// Below kWorthReading they are no copies; from kSure on they are, for reports that differ in
    /// their figures stay below; what is between has to be read: CopyProfile.
    static constexpr double kWorthReading = 0.25;
    static constexpr double kSure = 0.94;
    static double resemblance(std::string_view one, std::string_view other);

  private:
    /// Terms are of longer shingles, which say of themselves that they are rare.
    static constexpr std::size_t kBandShingle = 8;
    static constexpr std::size_t kBands = 6;

    CopyShingle shingle_;
    ShingleHash<kBandShingle> band_shingle_;
    std::array<std::uint64_t, kBins> least_;
    std::array<std::uint64_t, kBands> least_of_bands_;
    std::size_t words_ = 0;
};

}  // namespace sitrep
