// A database made beside the live one, to take its place whole: until then, and when it never comes
// to that, every question is answered by the old one.
#pragma once

#include "base/result.hpp"
#include "store/writer_lock.hpp"

#include <string>

namespace sitrep {

class Replacement {
  public:
    /// Locks the database folder `path`, which holds one, whole or not, and removes what earlier
    /// runs left; what was left of a first build is in the database then. Errors: Locked; Io;
    /// Database for a folder of something else; Usage for a shard, which cannot be replaced alone.
    static Result<Replacement> begin(const std::string& path, const LockWait& wait);

    Replacement(Replacement&&) noexcept = default;
    Replacement& operator=(Replacement&&) noexcept = default;
    ~Replacement() = default;

    /// The database folder to make the new one in, with IndexWriter; not there yet.
    std::string folder() const;
    /// What is in folder(), committed and closed, becomes the live generation; then the old one
    /// goes.
    Result<void> publish();
    /// Removes what was made; the old one stays.
    void discard();

  private:
    Replacement(std::string path, WriterLock lock)
        : path_(std::move(path)), lock_(std::move(lock)) {}

    std::string path_;
    WriterLock lock_;
};

}  // namespace sitrep
