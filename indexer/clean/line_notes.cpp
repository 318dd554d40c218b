#include "indexer/clean/line_notes.hpp"

#include "base/hash.hpp"
#include "base/strings.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

constexpr std::size_t kFewestWords = 4;  ///< "WASHINGTON" and "Background" repeat honestly
constexpr std::size_t kMostWords = 80;
constexpr unsigned kLineBits = 48;

constexpr std::size_t kShingleWords = 4;
constexpr std::size_t kMinProseWords = 15;
constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15;

/// The least value of each hash function over the shingles seen.
class LeastHashes {
  public:
    LeastHashes() { least_.fill(~std::uint64_t{0}); }

    void add(std::string_view folded) {
        std::array<std::uint64_t, kShingleWords> last{};
        std::size_t words = 0;
        for (const std::string_view word : split(folded, ' ')) {
            last[words++ % kShingleWords] = hash_64(word);
            if (words >= kShingleWords) add_shingle(last, words);
        }
        if (words > 0 && words < kShingleWords) add_shingle(last, words);
    }

    std::string keys() const {
        std::string out;
        if (!any_) return out;
        for (const std::uint64_t value : least_) {
            for (std::size_t byte = 0; byte < kStoryKeyBytes; ++byte)
                out += static_cast<char>((value >> (byte * 8)) & 0xFFU);
        }
        return out;
    }

  private:
    void add_shingle(const std::array<std::uint64_t, kShingleWords>& last, std::size_t next) {
        std::uint64_t shingle = 0;
        for (std::size_t i = 0; i < kShingleWords; ++i)
            shingle = (shingle + last[(next + i) % kShingleWords]) * kMultiplier;
        shingle ^= shingle >> 32U;
        any_ = true;
        for (std::size_t family = 0; family < kStoryFamilies; ++family) {
            std::uint64_t value = (shingle + family) * kFactors[family];
            value ^= value >> 29U;
            least_[family] = std::min(least_[family], value);
        }
    }

    static constexpr std::array<std::uint64_t, kStoryFamilies> kFactors = {
        0x9E3779B185EBCA87, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x85EBCA77C2B2AE63,
        0x27D4EB2F165667C5, 0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53, 0xD6E8FEB86659FD93};
    std::array<std::uint64_t, kStoryFamilies> least_;
    bool any_ = false;
};

}  // namespace

std::string line_scope(std::string_view outlet, std::string_view folder) {
    std::string scope = folded_words(outlet);
    if (!scope.empty()) return "outlet " + scope;
    scope = "folder ";
    scope += folder;
    return scope;
}

std::vector<LineFingerprint> line_fingerprints(const PageView& page, const Verdicts& verdicts,
                                               std::string_view scope) {
    const std::uint64_t seed = hash_64(scope);
    std::vector<LineFingerprint> lines(verdicts.size(), kNoLine);
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        const BlockFeatures& f = page.features[i];
        if (!verdicts[i].empty() || f.letter_words < kFewestWords || f.words > kMostWords) continue;
        lines[i] = hash_64(f.key, seed) >> (64U - kLineBits);
    }
    return lines;
}

std::string story_keys(const PageView& page, const Verdicts& verdicts) {
    LeastHashes prose;
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        const BlockFeatures& f = page.features[i];
        if (verdicts[i].empty() && f.prose && f.words >= kMinProseWords) prose.add(f.key);
    }
    if (std::string keys = prose.keys(); !keys.empty()) return keys;
    LeastHashes all;
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        if (verdicts[i].empty() && page.features[i].words > 0) all.add(page.features[i].key);
    }
    return all.keys();
}

}  // namespace sitrep
