// The exit code of a run in which several things went wrong: the gravest wins.
#pragma once

namespace sitrep {

/// The run is done, and the command of --on-change failed.
inline constexpr int kNotTold = 5;

class ExitStatus {
  public:
    /// Order: a signal, 75, 3, 4, 2, 5, 1, 0.
    void raise(int code);
    int code() const { return code_; }

  private:
    int code_ = 0;
};

}  // namespace sitrep
