// A stub names a generation `gen-N`, or several shards in one, and nothing else, or is refused.
#include "store/database_folder.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sitrep;
    const Result<Stub> stub =
        parse_stub(std::string_view(reinterpret_cast<const char*>(data), size));
    if (!stub) {
        if (stub.error().message.empty()) std::abort();
        return 0;
    }
    const std::string& name = stub->generation;
    const bool named =
        name.size() > 4 && name.starts_with("gen-") && stub->shards != 1 &&
        std::all_of(name.begin() + 4, name.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!named) std::abort();
    return 0;
}
