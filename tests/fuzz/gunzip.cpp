// Any bytes unpack within the limit or are refused with a message.
#include "indexer/source/gzip.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sitrep;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    constexpr std::uint64_t kLimits[] = {0, 1, 100, std::uint64_t{1} << 20U};
    for (const std::uint64_t limit : kLimits) {
        const Result<std::string> text = gunzip(bytes, limit);
        if (text) {
            if (text->size() > limit) std::abort();
        } else if (text.error().message.empty() || (text.error().code != ErrorCode::BadInput &&
                                                    text.error().code != ErrorCode::TooLarge)) {
            std::abort();
        }
    }
    return 0;
}
