#include "extract_and_clean.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    sitrep::fuzz::extract_and_clean(sitrep::Format::Text, data, size);
    sitrep::fuzz::extract_and_clean(sitrep::Format::Markdown, data, size);
    return 0;
}
