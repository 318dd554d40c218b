// The lines whose documents changed since the database was last settled. Included by this folder
// only.
#pragma once

#include "model/furniture_lines.hpp"

#include <cstddef>
#include <vector>

namespace sitrep {

class TouchedLines {
  public:
    void add(const std::vector<LineFingerprint>& lines);
    /// From now on every line counts as touched.
    void add_all();
    void clear();

    /// So many lines, or so little is known of them, that all the database has are to be looked at.
    bool all() const { return all_; }
    /// Ascending, distinct; empty when all() holds.
    const std::vector<LineFingerprint>& lines();

  private:
    void sort();
    std::vector<LineFingerprint> lines_;
    std::size_t sorted_ = 0;  ///< of `lines_`, from the beginning, ascending and distinct
    bool all_ = false;
};

}  // namespace sitrep
