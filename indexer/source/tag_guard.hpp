// Looks for tags with more attributes than any feed has, before libxml2 compares each of them with
// all others.
#pragma once

#include <cstddef>
#include <string_view>

namespace sitrep {

class TagGuard {
  public:
    /// Takes the next piece of an XML text. False from where a tag has too many attributes.
    bool passes(std::string_view piece) {
        for (std::size_t at = 0; at < piece.size() && values_ <= kMaxValues; ++at) {
            const char c = piece[at];
            if (c == '<' || c == '>') {
                in_tag_ = c == '<';
                values_ = 0;
            } else if (in_tag_ && c == '=') {
                ++values_;
            }
        }
        return values_ <= kMaxValues;
    }

  private:
    static constexpr std::size_t kMaxValues = 2000;
    bool in_tag_ = false;
    std::size_t values_ = 0;  ///< `=` signs: in text that looks like a tag there are few
};

}  // namespace sitrep
