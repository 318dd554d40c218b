#include "query/output.hpp"

#include <unistd.h>

#include <cerrno>

namespace sitrep {
namespace {

constexpr std::size_t kHoldBytes = std::size_t{64} * 1024;

}  // namespace

void Output::write(std::string_view text) {
    if (!works()) return;
    held_ += text;
    if (held_.size() >= kHoldBytes) flush();
}

void Output::flush() {
    std::string_view rest = held_;
    while (!rest.empty() && works()) {
        const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
        if (written >= 0) {
            rest.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno != EINTR) {
            error_number_ = errno;
        }
    }
    held_.clear();
}

Result<void> Output::finish() {
    flush();
    if (works() || error_number_ == EPIPE) return {};
    return io_error("cannot write the answer", error_number_);
}

}  // namespace sitrep
