// A file of every type is cut into records of places that differ; what cannot be cut is told, never
// a crash, and nothing comes after the last that was wanted. The first byte of the input chooses
// the type.
#include "indexer/source/record_reader.hpp"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace sitrep;

class Counter : public RecordSink {
  public:
    explicit Counter(std::size_t wanted) : wanted_(wanted) {}

    bool record(RawRecord record) override {
        if (told_enough_ || record.bytes.size() > kLimits.record_bytes) std::abort();
        check(record.origin);
        return --wanted_ > 0 || !(told_enough_ = true);
    }
    void failure(const Origin& origin, const Error& error) override {
        check(origin);
        if (error.message.empty()) std::abort();
    }
    void skipped(const Origin& origin, std::string_view /*reason*/) override { check(origin); }

    static constexpr ReadLimits kLimits = {1U << 16U, 50, 3, 200, 1U << 18U, 1U << 22U};

  private:
    static void check(const Origin& origin) {
        if (origin.path != "f") std::abort();
    }

    std::size_t wanted_;
    bool told_enough_ = false;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    constexpr const char* kNames[] = {"f.txt",     "f.md",      "f.html",     "f.json",
                                      "f.jsonl",   "f.txt.gz",  "f.jsonl.gz", "f.txt.zst",
                                      "f.txt.bz2", "f.html.xz", "f.tar",      "f.zip",
                                      "f.tgz",     "f.tar.xz",  "f.zip.gz",   "f.json.gz"};
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const char* name = kNames[data[0] % std::size(kNames)];
    for (const std::size_t wanted : {std::size_t{2}, std::size_t{1} << 40U}) {
        Counter counter(wanted);
        MemorySource file(bytes);
        read_file_records("f", *file_type_of(name), file, Counter::kLimits, counter);
    }
    return 0;
}
