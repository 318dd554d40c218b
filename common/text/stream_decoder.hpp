// From bytes to valid UTF-8, piece by piece: for files that are read without being held.
#pragma once

#include "text/charset_converter.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace sitrep {

/// Decodes by the rules of decode(), save that it cannot look ahead: as long as all is ASCII the
/// charset is open, and the first piece that is not decides, together with what the text declares
/// at its beginning.
class StreamDecoder {
  public:
    /// The next piece: valid UTF-8 without a byte order mark. Empty before the end while more must
    /// be seen first, or when the piece was a part of a character. NULs stay, and so does UTF-8
    /// within UTF-8, which is told by what stands around it.
    std::string next(std::string_view piece, bool is_last);

  private:
    std::size_t decide(std::string_view bytes);

    std::string held_;  ///< what has come and was not decoded
    std::string head_;  ///< how the text begins; empty until so much has come
    bool decided_ = false;
    std::unique_ptr<CharsetConverter> converter_;  ///< null: UTF-8
};

}  // namespace sitrep
