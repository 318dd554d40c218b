// What a command leaves running in a session of its own: no signal to its group reaches it, but the
// kernel can be told to make it ours when its parent ends.
#pragma once

#include <vector>

namespace sitrep {

/// As long as it lives, processes whose parents end become children of this program
/// (PR_SET_CHILD_SUBREAPER); at its end those that were not there before are killed, and what they
/// started with them. Of programs that run one after another, one at a time is watched.
class AdoptedProcesses {
  public:
    AdoptedProcesses();
    AdoptedProcesses(const AdoptedProcesses&) = delete;
    AdoptedProcesses& operator=(const AdoptedProcesses&) = delete;
    ~AdoptedProcesses();

  private:
    std::vector<int> before_;  ///< ascending
};

}  // namespace sitrep
