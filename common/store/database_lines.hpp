// The furniture of a database, as the pages to be cleaned ask for it. Included by this folder only.
#pragma once

#include "base/error.hpp"
#include "model/furniture_lines.hpp"

#include <xapian.h>

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_set>

namespace sitrep {

/// Asks `database`, which must outlive it, and remembers what was furniture. Several threads may
/// ask at once; whoever changes the database holds lock() meanwhile.
class DatabaseLines final : public FurnitureLines {
  public:
    /// `path` is for messages.
    DatabaseLines(Xapian::Database& database, std::string path)
        : database_(&database), path_(std::move(path)) {}

    /// Never fails: trouble is kept for take_trouble(), and means no.
    bool holds(LineFingerprint line) const override;

    std::unique_lock<std::mutex> lock() const { return std::unique_lock(mutex_); }
    /// Nothing is furniture while it is off.
    void learn(bool on);
    bool learns() const { return on_; }
    /// What was remembered may no longer hold.
    void forget();
    /// Documents came: what was no furniture may be now. Whoever calls holds lock().
    void changed();
    std::optional<Error> take_trouble();

  private:
    Xapian::Database* database_;
    std::string path_;
    bool on_ = true;
    mutable std::mutex mutex_;
    mutable std::unordered_set<LineFingerprint> furniture_;
    mutable std::unordered_set<LineFingerprint> others_;  ///< asked since the last change
    mutable std::optional<Error> trouble_;
};

}  // namespace sitrep
