#include "text/copy_profile.hpp"

#include "base/hash.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_set>

namespace sitrep {
namespace {

/// Shorter words are too often one letter from another.
constexpr std::size_t kLongerWord = 4;

template <class Value>
void put_in_order(std::vector<Value>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

std::size_t in_common(const std::vector<std::uint64_t>& one,
                      const std::vector<std::uint64_t>& other) {
    std::vector<std::uint64_t> common;
    std::set_intersection(one.begin(), one.end(), other.begin(), other.end(),
                          std::back_inserter(common));
    return common.size();
}

/// Calls `use` with the word, and the word without each of its letters: words that differ by one
/// letter, or by two that changed places, have one of these in common.
template <class Use>
void each_shorter(const std::string& word, const Use& use) {
    use(hash_64(word));
    std::string shorter;
    for (std::size_t i = 0; i < word.size(); ++i) {
        shorter.assign(word, 0, i).append(word, i + 1);
        use(hash_64(shorter));
    }
}

/// The share of words that the other text does not have but for a typo.
double misspelt(const std::vector<std::string>& words, const std::vector<std::string>& others) {
    std::vector<std::string> unknown;
    std::set_difference(words.begin(), words.end(), others.begin(), others.end(),
                        std::back_inserter(unknown));
    if (unknown.empty()) return 0;
    std::unordered_set<std::uint64_t> known;
    for (const std::string& word : others)
        each_shorter(word, [&](std::uint64_t shorter) { known.insert(shorter); });
    std::size_t found = 0;
    for (const std::string& word : unknown) {
        bool near = false;
        each_shorter(word, [&](std::uint64_t shorter) { near = near || known.contains(shorter); });
        found += near ? 1U : 0U;
    }
    return static_cast<double>(found) / static_cast<double>(words.size());
}

}  // namespace

CopyProfile::CopyProfile(const Article& article, Analyzer& analyzer) {
    std::size_t left = kMostBytes;
    for (const Section& section : article.sections) {
        for (const std::string& paragraph : section.paragraphs) {
            const std::size_t bytes = utf8::floor_boundary(paragraph, left);
            add(analyzer.analyze(std::string_view(paragraph).substr(0, bytes)));
            left -= bytes;
        }
    }
    put_in_order(shingles_);
    put_in_order(figures_);
    put_in_order(words_);
}

void CopyProfile::add(const std::vector<Token>& tokens) {
    for (const Token& token : tokens) {
        if (token.role != TokenRole::Word) continue;
        const CopyWord word = copy_word(token.term);
        const std::uint64_t shingle = shingle_.add(word.code);
        if (++words_read_ >= kCopyShingle) shingles_.push_back(shingle);
        if (word.is_number) {
            figures_.push_back(hash_64(token.term, word_before_));
        } else if (token.term.size() >= kLongerWord) {
            words_.emplace_back(token.term);
        }
        word_before_ = word.code;
    }
}

bool CopyProfile::is_copy_of(const CopyProfile& other) const {
    constexpr double kLeastResemblance = 0.46;
    constexpr double kRewritten = 0.1;   // of the shorter text, otherwise than by typos
    constexpr double kHitByTypo = 4;     // shingles
    constexpr double kOneCorrected = 1;  // a figure
    // A figure counts with the word before it, which may be misspelt as well.
    constexpr double kAsOften = 3;
    const std::size_t common = in_common(shingles_, other.shingles_);
    const std::size_t all = shingles_.size() + other.shingles_.size() - common;
    if (static_cast<double>(common) < kLeastResemblance * static_cast<double>(all)) return false;
    const auto shorter = static_cast<double>(std::min(shingles_.size(), other.shingles_.size()));
    const double rewritten = 1 - static_cast<double>(common) / shorter;
    const auto figures = static_cast<double>(std::min(figures_.size(), other.figures_.size()));
    const double changed = figures - static_cast<double>(in_common(figures_, other.figures_));
    if (rewritten <= kRewritten && changed <= kOneCorrected) return true;
    const double typos = std::max(misspelt(words_, other.words_), misspelt(other.words_, words_));
    return rewritten <= kRewritten + kHitByTypo * typos &&
           changed <= kOneCorrected + kAsOften * typos * figures;
}

}  // namespace sitrep
