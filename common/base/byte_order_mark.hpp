// The mark that some editors put before UTF-8, where it means nothing.
#pragma once

#include <cstddef>
#include <string_view>

namespace sitrep {

/// How many bytes of it `text` begins with: 3 or none.
inline std::size_t byte_order_mark(std::string_view text) {
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    return text.starts_with(kMark) ? kMark.size() : 0;
}

}  // namespace sitrep
