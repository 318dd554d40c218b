// Any bytes become valid UTF-8 without a NUL, the same as a whole and in pieces.
#include "text/charset.hpp"

#include "base/utf8.hpp"
#include "text/mojibake.hpp"
#include "text/stream_decoder.hpp"

#include <cstdint>
#include <cstdlib>
#include <utility>

namespace {

void check(bool holds) {
    if (!holds) std::abort();
}

std::string decoded_in_pieces(std::string_view bytes) {
    constexpr std::size_t kStep = 7;
    sitrep::StreamDecoder decoder;
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += kStep)
        text += decoder.next(bytes.substr(at, kStep), false);
    return text + decoder.next({}, true);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    static_cast<void>(sitrep::looks_binary(bytes));
    const sitrep::Decoded decoded = sitrep::decode(bytes);
    check(sitrep::utf8::is_valid(decoded.text) && !decoded.charset.empty());
    check(decoded.text.find('\0') == std::string::npos);
    std::string pieces = decoded_in_pieces(bytes);
    check(sitrep::utf8::is_valid(pieces));
    if (decoded.charset == "utf-8") pieces = sitrep::without_mojibake(std::move(pieces));
    constexpr std::size_t kHeld = 100'000;  // so short a text is decided as a whole
    if (size <= kHeld && pieces.find('\0') == std::string::npos) check(pieces == decoded.text);
    return 0;
}
