// Where watches are kept: one file each below $XDG_STATE_HOME/sitrep/watch, in a folder for each
// set of databases. The databases themselves are never written.
#pragma once

#include "base/file_lock.hpp"
#include "base/result.hpp"
#include "model/watched_answer.hpp"

#include <string>
#include <utility>
#include <vector>

namespace sitrep {

class WatchShelf {
  public:
    /// Of these databases, in whatever order they are named.
    explicit WatchShelf(const std::vector<std::string>& databases);

    /// Keeps other runs off as long as it lives, and makes the folder. Locked names the holder, Io
    /// tells why nothing can be kept.
    Result<FileLock> lock() const;

    /// Names, sorted.
    Result<std::vector<std::string>> names() const;

    /// Usage tells an unknown name, with the nearest; Io a file that cannot be read.
    Result<Watch> read(const std::string& name) const;

    /// Durably: a crash leaves what was there or this.
    Result<void> write(const Watch& watch) const;

    /// No error where it is not there.
    Result<void> remove(const std::string& name) const;

    const std::vector<std::string>& databases() const { return databases_; }

  private:
    std::string file_of(const std::string& name) const;

    std::vector<std::string> databases_;  ///< canonical paths, sorted
    std::string folder_;
};

}  // namespace sitrep
