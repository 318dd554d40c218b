// How much each block of a page weighs where a rule asks how much of the page it took.
#pragma once

#include "indexer/clean/verdicts.hpp"

#include <cstddef>

namespace sitrep {

/// The words of running text; of plain text without any, such as a table of results, all words.
class TextWeights {
  public:
    /// `page` must outlive it.
    explicit TextWeights(const PageView& page);
    std::size_t of(std::size_t block) const;
    /// Of all blocks that `verdicts` keep.
    std::size_t kept(const Verdicts& verdicts) const;

  private:
    const PageView& page_;
    bool weighs_all_;
};

}  // namespace sitrep
