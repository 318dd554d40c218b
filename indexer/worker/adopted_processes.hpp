// What a command leaves running in a session of its own: no signal to its group reaches it, but the
// kernel can be told to make it ours when its parent ends.
#pragma once

#include <string>
#include <vector>

namespace sitrep {

/// As long as it lives, processes whose parents end become children of this program
/// (PR_SET_CHILD_SUBREAPER); at its end those of them are killed that have mark() in their
/// environment, as all have that a command so marked started. Others that come to us meanwhile (of
/// our children from before execve(), or anybody's where we are PID 1) live on, and so does what a
/// command starts with an emptied environment. Of programs that run one after another, one at a
/// time is watched.
class AdoptedProcesses {
  public:
    AdoptedProcesses();
    AdoptedProcesses(const AdoptedProcesses&) = delete;
    AdoptedProcesses& operator=(const AdoptedProcesses&) = delete;
    ~AdoptedProcesses();

    /// `NAME=1`, for the environment of the command. Each has a name of its own, so that a command
    /// that is itself such a program hands on both.
    const std::string& mark() const { return mark_; }

  private:
    std::string mark_;
    std::vector<int> before_;
};

}  // namespace sitrep
