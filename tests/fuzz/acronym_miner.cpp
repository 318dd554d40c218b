// What a text defines are slices of it, on code points, the same each time.
#include "text/acronym_miner.hpp"

#include "base/utf8.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

bool is_slice(std::string_view part, std::string_view whole) {
    return part.data() >= whole.data() &&
           part.data() + part.size() <= whole.data() + whole.size() && !part.empty() &&
           sitrep::utf8::is_valid(part);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static sitrep::AcronymMiner old;
    const std::string text =
        sitrep::utf8::repaired(std::string_view(reinterpret_cast<const char*>(data), size));
    std::vector<sitrep::AcronymDefinition> found;
    old.mine(text, found);
    std::vector<sitrep::AcronymDefinition> again;
    sitrep::AcronymMiner().mine(text, again);
    require(found.size() == again.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        require(is_slice(found[i].acronym, text) && is_slice(found[i].meaning, text));
        require(found[i].acronym == again[i].acronym && found[i].meaning == again[i].meaning);
    }
    return 0;
}
