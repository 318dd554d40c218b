// The log of runs that nobody watches: `--log FILE`. Every line has its time and its process, and
// is one write, so that runs at the same time interleave by lines.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace sitrep {

class RunLog {
  public:
    /// Beyond this the file becomes FILE.1, in place of the one before, and a new one begins: the
    /// two together are what is kept.
    static constexpr std::uint64_t kMaxBytes = std::uint64_t{1} << 20U;

    RunLog() = default;
    RunLog(const RunLog&) = delete;
    RunLog& operator=(const RunLog&) = delete;
    ~RunLog();

    /// Opens or makes the file, for its owner alone. Fails with Io; never waits on a FIFO.
    Result<void> open(const std::string& path);

    /// Appends `TIME sitrep-index[PID]: TEXT` and a newline; `text` is printable already. Nothing
    /// when it is not open. A failure is kept for failure(): the run is worth more than its log.
    void write(std::string_view text);
    /// The first failure of write(); empty when there was none.
    const std::string& failure() const { return failure_; }

  private:
    Result<void> open_current();
    void make_room();
    void fail(const char* what);

    std::string path_;
    std::string failure_;
    int descriptor_ = -1;
};

}  // namespace sitrep
