// The one road to standard output: buffered, every write checked, a reader that went away told from
// a disk that is full.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace sitrep {

class Output {
  public:
    /// Writes to `descriptor`, which stays open. SIGPIPE must be ignored.
    explicit Output(int descriptor) : descriptor_(descriptor) {}
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    void write(std::string_view text);

    /// Whether there is any use in writing more.
    bool works() const { return error_number_ == 0; }

    /// Writes out what is held. A reader that closed its end is no error: it has seen enough.
    Result<void> finish();

    /// Writes out what is held, so that what stderr says next stands behind it on a terminal.
    void flush();

  private:
    int descriptor_;
    std::string held_;
    int error_number_ = 0;
};

}  // namespace sitrep
