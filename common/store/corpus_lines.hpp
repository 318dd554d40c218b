// The furniture of the articles that a first run has met so far, before there is a database to ask.
// Included by this folder only.
#pragma once

#include "model/furniture_lines.hpp"
#include "model/index_document.hpp"

#include <mutex>
#include <unordered_map>
#include <unordered_set>

namespace sitrep {

/// What it calls furniture is furniture; the reverse may be unknown to it yet, or forgotten: the
/// pass that settles the database tells. Several threads may ask at once.
class CorpusLines final : public FurnitureLines {
  public:
    bool holds(LineFingerprint line) const override;
    void add(const IndexDocument& document);

  private:
    mutable std::mutex mutex_;
    std::unordered_map<LineFingerprint, StoryCount> counts_;
    std::unordered_set<LineFingerprint> furniture_;
};

}  // namespace sitrep
