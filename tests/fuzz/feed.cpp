// A feed of any bytes gives items of valid UTF-8 whose numbers ascend, or is refused with a
// message.
#include "indexer/source/feed.hpp"

#include "base/utf8.hpp"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace sitrep;

class Checker : public RecordSink {
  public:
    bool record(RawRecord record) override {
        check(record.origin);
        const ArticleHeader& given = record.given;
        for (const std::string& text : {record.bytes, given.id, given.title, given.deck, given.url,
                                        given.section, given.outlet, given.language}) {
            if (!utf8::is_valid(text)) std::abort();
        }
        return true;
    }
    void failure(const Origin& /*origin*/, const Error& error) override {
        if (error.message.empty()) std::abort();
    }
    void skipped(const Origin& origin, std::string_view /*reason*/) override {
        if (origin.place.record) check(origin);
    }

  private:
    void check(const Origin& origin) {
        if (!origin.place.record || *origin.place.record <= last_) std::abort();
        last_ = *origin.place.record;
    }
    std::uint64_t last_ = 0;
};

/// Gives its bytes a few at a time, so that characters are cut.
class Dripping : public ByteSource {
  public:
    Dripping(std::string_view bytes, std::size_t step) : bytes_(bytes), step_(step) {}
    Result<std::string_view> next() override {
        const std::string_view piece = bytes_.substr(0, step_);
        bytes_.remove_prefix(piece.size());
        return piece;
    }

  private:
    std::string_view bytes_;
    std::size_t step_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const ReadLimits limits{1U << 16U};
    for (const std::size_t step : {std::size_t{7}, std::size_t{1} << 20U}) {
        Checker checker;
        const MemorySource root(bytes);
        Reading reading(root, limits, checker);
        Dripping source(bytes, step);
        read_feed({"f"}, source, reading);
    }
    return 0;
}
