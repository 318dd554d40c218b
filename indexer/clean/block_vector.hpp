// What the block classifier reads: a row of numbers for each block of a page, of its words, of the
// blocks around it, and of its place in the markup. The rows are what `--dump=blocks` prints and
// scripts/train_blocks learns from; the order of the columns is part of the trees.
#pragma once

#include "indexer/clean/verdicts.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace sitrep {

/// The rows of a page's blocks, made one at a time: all of them at once would be large.
class BlockRows {
  public:
    explicit BlockRows(const PageView& page);
    ~BlockRows();
    BlockRows(const BlockRows&) = delete;
    BlockRows& operator=(const BlockRows&) = delete;

    /// Of block `i`; good until the next call.
    const std::vector<float>& row(std::size_t i);

    /// What each number of a row is called, for people and for the trainer.
    static std::vector<std::string> columns();

  private:
    class Writer;
    std::unique_ptr<Writer> writer_;
    std::vector<float> row_;
};

}  // namespace sitrep
