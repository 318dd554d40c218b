// A crawl of any bytes gives records whose numbers ascend, or is refused with a message; nothing
// comes after the last that was wanted. An even first byte: the crawl itself; an odd one: packed by
// gzip.
#include "indexer/source/warc.hpp"

#include "indexer/source/gzip.hpp"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace sitrep;

class Counter : public RecordSink {
  public:
    explicit Counter(std::size_t wanted) : wanted_(wanted) {}

    bool record(RawRecord record) override {
        if (told_enough_) std::abort();
        check(record.origin);
        return --wanted_ > 0 || !(told_enough_ = true);
    }
    void failure(const Origin& origin, const Error& error) override {
        if (origin.place != Place{}) check(origin);
        if (error.message.empty()) std::abort();
    }
    void skipped(const Origin& origin, std::string_view /*reason*/) override { check(origin); }

  private:
    void check(const Origin& origin) {
        if (!origin.place.member.empty()) return;  // of a file inside a record
        if (!origin.place.record || *origin.place.record < last_) std::abort();
        last_ = *origin.place.record;
    }

    std::size_t wanted_;
    std::uint64_t last_ = 0;
    bool told_enough_ = false;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    constexpr ReadLimits kLimits = {1U << 16U, 50, 3, 200, 1U << 18U, 1U << 22U};
    for (const std::size_t wanted : {std::size_t{2}, std::size_t{1} << 40U}) {
        Counter counter(wanted);
        MemorySource file(bytes);
        Reading reading(file, kLimits, counter);
        const std::unique_ptr<ByteSource> packed =
            (data[0] & 1U) != 0 ? gunzipped(file, reading) : nullptr;
        read_warc({"f"}, packed ? *packed : file, reading);
    }
    return 0;
}
