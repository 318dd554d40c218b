// Bytes from a damaged database: read or refused, never trusted; what is read, writes back the
// same.
#include "model/stored_article.hpp"

#include "model/file_state.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto stored = sitrep::decode_stored_article(bytes)) {
        const auto again = sitrep::decode_stored_article(sitrep::encode_stored_article(*stored));
        if (!again || !(*again == *stored)) std::abort();
    }
    if (const auto state = sitrep::decode_file_state(bytes)) {
        const auto again = sitrep::decode_file_state(sitrep::encode_file_state(*state));
        if (!again || !(*again == *state)) std::abort();
    }
    return 0;
}
