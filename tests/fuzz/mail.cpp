// Mails, mailboxes and saved pages: any bytes give records that can be named, or a reason; a
// parser's crash would show here. The first byte chooses which of the three.
#include "indexer/source/mail.hpp"

#include "base/utf8.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using namespace sitrep;

class Checker : public RecordSink {
  public:
    bool record(RawRecord record) override {
        check(utf8::is_valid(record.given.title) && utf8::is_valid(record.given.outlet));
        check(utf8::is_valid(record.given.id) && utf8::is_valid(record.given.url));
        check(record.given.published.empty() == record.given.published_from.empty());
        return true;
    }
    void failure(const Origin& origin, const Error& error) override {
        check(origin.path == "f" && !error.message.empty());
    }

  private:
    static void check(bool holds) {
        if (!holds) std::abort();
    }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    MemorySource file({reinterpret_cast<const char*>(data) + 1, size - 1});
    const ReadLimits limits{1U << 16U, 50, 3, 200, 1U << 18U, 1U << 22U};
    Checker sink;
    Reading reading(file, limits, sink);
    constexpr ContainerReader kReaders[] = {read_mail, read_mhtml, read_mailbox};
    kReaders[data[0] % std::size(kReaders)]({"f"}, file, reading);
    return 0;
}
