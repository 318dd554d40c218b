// Whatever a page calls JSON is mended in bounds, and what was JSON already stays what it was.
#include "indexer/extract/json_repair.hpp"

#include "indexer/extract/json_ld.hpp"
#include "indexer/extract/json_text.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::string repaired = sitrep::repaired_json(text);
    if (repaired.size() > 3 * size + 16) std::abort();
    if (!repaired.empty() && sitrep::parse_json(repaired)) {
        if (!sitrep::parse_json(sitrep::repaired_json(repaired))) std::abort();
    }
    sitrep::JsonLd facts;
    sitrep::read_json_ld(text, facts);
    return 0;
}
