// Any bytes become valid UTF-8 without a NUL, and reading the result again changes nothing.
#include "text/charset.hpp"

#include "base/utf8.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    static_cast<void>(sitrep::looks_binary(bytes));
    const sitrep::Decoded decoded = sitrep::decode(bytes);
    if (!sitrep::utf8::is_valid(decoded.text)) std::abort();
    if (decoded.text.find('\0') != std::string::npos || decoded.charset.empty()) std::abort();
    return 0;
}
