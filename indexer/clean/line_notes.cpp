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

constexpr std::size_t kMinProseWords = 15;
constexpr std::size_t kMinWordBytes = 4;  ///< shorter words are every story's

/// The least value of each hash function over the words seen.
class LeastHashes {
  public:
    LeastHashes() { least_.fill(~std::uint64_t{0}); }

    void add(std::string_view folded) {
        for (const std::string_view word : split(folded, ' ')) {
            if (word.size() < kMinWordBytes || is_stop_word(word)) continue;
            any_ = true;
            const std::uint64_t hash = hash_64(word);
            for (std::size_t family = 0; family < kStoryFamilies; ++family) {
                std::uint64_t value = (hash + family) * kFactors[family];
                value ^= value >> 29U;
                least_[family] = std::min(least_[family], value);
            }
        }
    }

    /// Empty when there was no word.
    std::string keys() const {
        std::string out;
        for (const std::uint64_t value : least_) {
            if (any_) out += static_cast<char>(value & 0xFFU);
        }
        return out;
    }

  private:
    /// Odd, and of no pattern.
    static constexpr std::array<std::uint64_t, kStoryFamilies> kFactors = {
        0x9E3779B185EBCA87, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x85EBCA77C2B2AE63,
        0x27D4EB2F165667C5, 0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53, 0xD6E8FEB86659FD93,
        0xA0761D6478BD642F, 0xE7037ED1A0B428DB, 0x8EBC6AF09C88C6E3, 0x589965CC75374CC3,
        0x1D8E4E27C47D124F, 0xEB44ACCAB455D165, 0x9FB21C651E98DF25, 0xC6A4A7935BD1E995};
    std::array<std::uint64_t, kStoryFamilies> least_{};
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

namespace {

/// Running text deep in running text: furniture stands at the edges, or is no running text.
class StoryDepth {
  public:
    StoryDepth(const PageView& page, const Verdicts& verdicts) : page_(page) {
        for (std::size_t i = 0; i < verdicts.size(); ++i) {
            if (verdicts[i].empty()) kept_.push_back(i);
        }
    }
    std::size_t size() const { return kept_.size(); }
    std::size_t block(std::size_t at) const { return kept_[at]; }

    bool is_deep(std::size_t at) const {
        constexpr std::size_t kHead = 3;
        constexpr std::size_t kTail = 12;
        if (at < kHead || at + kTail >= kept_.size()) return false;
        return is_prose(at - 1) && is_prose(at) && is_prose(at + 1);
    }

  private:
    bool is_prose(std::size_t at) const { return page_.features[kept_[at]].prose; }
    const PageView& page_;
    std::vector<std::size_t> kept_;
};

}  // namespace

std::vector<LineFingerprint> line_fingerprints(const PageView& page, const Verdicts& verdicts,
                                               std::string_view scope) {
    const std::uint64_t seed = hash_64(scope);
    std::vector<LineFingerprint> lines(verdicts.size(), kNoLine);
    const StoryDepth kept(page, verdicts);
    for (std::size_t at = 0; at < kept.size(); ++at) {
        const std::size_t i = kept.block(at);
        const BlockFeatures& f = page.features[i];
        if (f.letter_words < kFewestWords || f.words > kMostWords || kept.is_deep(at)) continue;
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
