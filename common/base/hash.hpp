// The one hash: XXH3, 128 bits. Not for secrets; for names and for "is it the same".
#pragma once

#include <string>
#include <string_view>

namespace sitrep {

/// 128 bits of XXH3 over `bytes`, as 32 lower-case hexadecimal digits.
std::string hash_hex(std::string_view bytes);

}  // namespace sitrep
