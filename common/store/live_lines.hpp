// Whom the threads that clean articles ask for furniture: what a first run has met, then the
// database. Included by this folder only.
#pragma once

#include "store/corpus_lines.hpp"
#include "store/database_lines.hpp"

#include <atomic>

namespace sitrep {

/// Several threads ask and tell; one says whom.
class LiveLines final : public FurnitureLines {
  public:
    explicit LiveLines(const DatabaseLines& lines) : lines_(&lines) {}
    void ask(const DatabaseLines& lines) {
        corpus_ = nullptr;
        lines_ = &lines;
    }
    void ask(CorpusLines& corpus) { lines_ = corpus_ = &corpus; }
    bool holds(LineFingerprint line) const override { return lines_.load()->holds(line); }
    void saw(const IndexDocument& document) {
        if (CorpusLines* corpus = corpus_) corpus->add(document);
    }

  private:
    std::atomic<const FurnitureLines*> lines_;
    std::atomic<CorpusLines*> corpus_ = nullptr;
};

}  // namespace sitrep
