// Any bytes unpack within the limit or are refused with a message.
#include "indexer/source/gzip.hpp"

#include <cstdint>
#include <cstdlib>

namespace {

class NoSink : public sitrep::RecordSink {
  public:
    bool record(sitrep::RawRecord /*record*/) override { return false; }
    void failure(const sitrep::Origin& /*origin*/, const sitrep::Error& /*error*/) override {}
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sitrep;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    constexpr std::uint64_t kSizes[] = {0, 1, 100, std::uint64_t{1} << 20U};
    for (const std::uint64_t most : kSizes) {
        NoSink sink;
        const ReadLimits limits;
        MemorySource file(bytes);
        Reading reading(file, limits, sink);
        const Result<std::string> text = read_whole(*gunzipped(file, reading), most);
        if (text) {
            if (text->size() > most) std::abort();
        } else if (text.error().message.empty() || (text.error().code != ErrorCode::BadInput &&
                                                    text.error().code != ErrorCode::TooLarge)) {
            std::abort();
        }
    }
    return 0;
}
