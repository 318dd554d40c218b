// Whether two articles are copies of one another: their texts read whole, where copy_sketch.hpp
// only estimates.
#pragma once

#include "model/article.hpp"
#include "text/analyzer.hpp"
#include "text/copy_sketch.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace sitrep {

class CopyProfile {
  public:
    /// Of a longer body the beginning is compared: so many bytes, some 10,000 words.
    static constexpr std::size_t kMostBytes = 60'000;

    CopyProfile(const Article& article, Analyzer& analyzer);

    /// The same text but for an edit of about a fifth: a tag, a head or tail cut off, typos. And no
    /// more words and figures differ than typos would have changed: a report that comes again with
    /// other figures, or of another company, has nearly every word of the first, and is another
    /// story. Symmetric.
    bool is_copy_of(const CopyProfile& other) const;

  private:
    void add(const std::vector<Token>& tokens);

    CopyShingle shingle_;
    std::uint64_t word_before_ = 0;
    std::size_t words_read_ = 0;
    // All ascending and distinct.
    std::vector<std::uint64_t> shingles_;
    std::vector<std::uint64_t> figures_;  ///< each with what stands before it
    std::vector<std::string> words_;      ///< longer ones
};

}  // namespace sitrep
