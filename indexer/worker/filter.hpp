// A program of the user's that makes text of a format we do not read: `--filter 'docx=COMMAND'`.
#pragma once

#include "base/result.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

struct FilterLimits {
    std::chrono::milliseconds time{30'000};
    std::uint64_t memory_bytes = std::uint64_t{2} << 30U;  ///< of each of its processes
    std::uint64_t output_bytes = 32U << 20U;
    std::uint64_t file_bytes = std::uint64_t{1} << 30U;  ///< of each file it writes
};

class Filter {
  public:
    /// `endings=COMMAND`, as the option has it: `docx,odt=pandoc -t html {}`. The words are cut by
    /// command_words(). Fails with Usage.
    static Result<Filter> parse(std::string_view option);
    /// Looks the program up, before run(): it need not be there where no file is read. Fails with
    /// Usage.
    Result<void> locate();

    /// The file-name endings it is for: in lower case, each with its dot.
    const std::vector<std::string>& endings() const { return endings_; }
    /// The whole option, with blanks as given: what decides whether files are read again.
    const std::string& option() const { return option_; }

    /// What the command makes of a file: its bytes come on standard input, or its path takes the
    /// place of each `{}`: `path`, or where that is empty, a temporary file that ends in `ending`.
    /// Fails with the name of the program. With BadInput: an exit code that is not 0, with the
    /// first line it complained of; too much, or nothing. With Transient: no end in time; killed by
    /// another, interrupted, or not even started. Whatever the end, all it started ends with it.
    Result<std::string> run(std::string_view bytes, const std::string& path,
                            const std::string& ending, const FilterLimits& limits,
                            const std::function<bool()>& interrupted) const;

  private:
    /// With the first line of what it complained of.
    Error error(ErrorCode code, std::string_view why, std::string_view complaint = {}) const;

    std::vector<std::string> endings_;
    std::vector<std::string> words_;
    std::string name_;  ///< of the program, as given
    std::string option_;
};

}  // namespace sitrep
