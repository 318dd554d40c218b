// A program of the user's that is told of changes: `--on-change COMMAND`.
#pragma once

#include "base/result.hpp"

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

class ChangeCommand {
  public:
    /// The words are cut by command_words(), without a shell. Fails with Usage.
    static Result<ChangeCommand> parse(std::string_view option);
    /// Looks the program up, before run(). Fails with Usage.
    Result<void> locate();

    /// Runs it with `variables` (`NAME=VALUE`) in its environment, nothing on standard input, and
    /// each line that it prints given to `say`. Fails with BadInput, naming the first of them: an
    /// exit code that is not 0, a signal, no end within `time`, interrupted, not started. Whatever
    /// the end, all it started ends with it.
    Result<void> run(const std::vector<std::string>& variables, std::chrono::milliseconds time,
                     const std::function<bool()>& interrupted,
                     const std::function<void(std::string_view)>& say) const;

  private:
    std::vector<std::string> words_;
    std::string name_;  ///< of the program, as given
    std::string option_;
};

}  // namespace sitrep
