// What XML forbids and feeds hold all the same, mended before a parser drops more than the slip.
#pragma once

#include <string>
#include <string_view>

namespace sitrep {

/// Takes an XML text in pieces. An `&` that begins no reference becomes `&amp;`, a NUL a space, and
/// what stands before the first tag is white space that goes. CDATA and comments stay as they are.
class XmlMender {
  public:
    /// The next piece, mended; its last few bytes may wait for the piece that follows. No tag's
    /// name, and no reference, is ever parted.
    std::string mended(std::string_view piece, bool is_last);

  private:
    std::size_t step(std::string_view text, std::size_t at, bool is_last, std::string& out);

    std::string held_;
    std::string_view until_;  ///< ends the CDATA or the comment that we are in
    bool begun_ = false;
};

}  // namespace sitrep
