// Sentence ends ascend, lie on code points, and the last is the end of the text.
#include "text/sentences.hpp"

#include "base/utf8.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text =
        sitrep::utf8::repaired(std::string_view(reinterpret_cast<const char*>(data), size));
    std::size_t before = 0;
    for (const std::size_t end : sitrep::sentence_ends(text)) {
        if (end <= before || sitrep::utf8::floor_boundary(text, end) != end) std::abort();
        before = end;
    }
    if (before != text.size()) std::abort();
    return 0;
}
