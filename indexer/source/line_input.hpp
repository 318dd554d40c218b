// A source read by lines and by counted bytes: for formats whose heads are lines.
#pragma once

#include "indexer/source/byte_source.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sitrep {

class LineInput {
  public:
    explicit LineInput(ByteSource& source) : source_(source) {}

    /// Puts the next line into `line`, its end (LF, CR LF) taken off. One of more than `max_bytes`
    /// comes in parts. False at the end.
    Result<bool> line(std::string& line, std::size_t max_bytes);

    /// Appends the next `bytes` to `out`; fewer when the source ends. Returns how many.
    Result<std::uint64_t> take(std::uint64_t bytes, std::string& out);

    /// The same, to nowhere.
    Result<std::uint64_t> skip(std::uint64_t bytes);

    /// `bytes` are read once more, before all else.
    void unread(std::string_view bytes);

    /// After an error: whether the source goes on behind the damage. What was at hand is lost.
    bool recover();

  private:
    /// False at the end.
    Result<bool> fill();

    ByteSource& source_;
    std::string_view rest_;
    std::string held_;  ///< what rest_ views after unread()
};

}  // namespace sitrep
