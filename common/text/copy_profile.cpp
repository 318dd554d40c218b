#include "text/copy_profile.hpp"

#include "base/hash.hpp"

#include <algorithm>

namespace sitrep {
namespace {

void put_in_order(std::vector<std::uint64_t>& hashes) {
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

std::size_t in_common(const std::vector<std::uint64_t>& one,
                      const std::vector<std::uint64_t>& other) {
    std::size_t common = 0;
    for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end();) {
        if (*a < *b) {
            ++a;
        } else if (*b < *a) {
            ++b;
        } else {
            ++common, ++a, ++b;
        }
    }
    return common;
}

}  // namespace

CopyProfile::CopyProfile(const Article& article, Analyzer& analyzer) {
    for (const Section& section : article.sections) {
        for (const std::string& paragraph : section.paragraphs) add(analyzer.analyze(paragraph));
    }
    for (Hashes* hashes : {&shingles_, &words_, &figures_}) put_in_order(*hashes);
}

void CopyProfile::add(const std::vector<Token>& tokens) {
    for (const Token& token : tokens) {
        if (token.role != TokenRole::Word) continue;
        if (words_read_ == kMostWords) return;
        const CopyWord word = copy_word(token.term);
        const std::uint64_t shingle = shingle_.add(word.code);
        if (++words_read_ >= kCopyShingle) shingles_.push_back(shingle);
        if (word.is_number) {
            figures_.push_back(hash_64(token.term, word_before_));
        } else {
            words_.push_back(hash_64(token.term));
        }
        word_before_ = word.code;
    }
}

bool CopyProfile::is_copy_of(const CopyProfile& other) const {
    constexpr double kLeastResemblance = 0.46;
    const std::size_t common = in_common(shingles_, other.shingles_);
    const std::size_t all = shingles_.size() + other.shingles_.size() - common;
    return static_cast<double>(common) >= kLeastResemblance * static_cast<double>(all) &&
           has_figures_of(other);
}

bool CopyProfile::has_figures_of(const CopyProfile& other) const {
    constexpr double kOneCorrected = 1;
    constexpr double kOfWords = 3;  // figures may be changed this many times as often as words
    const std::size_t fewer_words = std::min(words_.size(), other.words_.size());
    const std::size_t fewer_figures = std::min(figures_.size(), other.figures_.size());
    if (fewer_figures == 0) return true;
    const auto figures = static_cast<double>(fewer_figures);
    const auto words = static_cast<double>(std::max<std::size_t>(fewer_words, 1));
    const double changed_words = 1 - static_cast<double>(in_common(words_, other.words_)) / words;
    const double changed_figures =
        figures - static_cast<double>(in_common(figures_, other.figures_));
    return changed_figures <= kOneCorrected + kOfWords * changed_words * figures;
}

}  // namespace sitrep
