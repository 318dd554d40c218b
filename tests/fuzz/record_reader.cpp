// A file of every type is cut into records that ascend; what cannot be cut is told, never a crash.
// The first byte of the input chooses the type.
#include "indexer/source/record_reader.hpp"

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
        check(origin);
        if (error.message.empty()) std::abort();
    }

  private:
    void check(const Origin& origin) {
        if (origin.path != "f") std::abort();
        if (!origin.record) return;
        if (*origin.record <= last_) std::abort();
        last_ = *origin.record;
    }

    std::size_t wanted_;
    std::uint64_t last_ = 0;
    bool told_enough_ = false;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    constexpr Format kFormats[] = {Format::Text, Format::Markdown, Format::Html, Format::Json};
    const unsigned choice = data[0];
    FileType type;
    type.format = kFormats[choice & 3U];
    type.json_lines = type.format == Format::Json && (choice & 4U) != 0;
    type.gzipped = (choice & 8U) != 0;
    const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    for (const std::size_t wanted : {std::size_t{2}, std::size_t{1} << 40U}) {
        Counter counter(wanted);
        read_records("f", type, bytes, std::uint64_t{1} << 20U, counter);
    }
    return 0;
}
