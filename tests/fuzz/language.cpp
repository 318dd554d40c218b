// A language is told, or not, of any text; and always the same.
#include "text/language.hpp"

#include "base/utf8.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text =
        sitrep::utf8::repaired(std::string_view(reinterpret_cast<const char*>(data), size));
    const std::string found = sitrep::detected_language(text);
    if (found != sitrep::detected_language(text) || found.size() > 16) std::abort();
    return 0;
}
