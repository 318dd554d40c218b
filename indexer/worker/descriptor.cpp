#include "indexer/worker/descriptor.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace sitrep {
namespace {

constexpr int kFirstFree = 3;

Result<DescriptorPair> joined(int status, const int (&ends)[2]) {
    if (status != 0) return io_error("cannot start another program", errno);
    DescriptorPair pair{Descriptor(ends[0]), Descriptor(ends[1])};
    if (!pair.first || !pair.second) return io_error("cannot start another program", errno);
    return pair;
}

}  // namespace

Descriptor::Descriptor(int descriptor) : descriptor_(descriptor) {
    if (descriptor < 0 || descriptor >= kFirstFree) return;
    descriptor_ = fcntl(descriptor, F_DUPFD_CLOEXEC, kFirstFree);
    const int failure = errno;
    close(descriptor);
    errno = failure;
}

Descriptor::Descriptor(Descriptor&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    if (this == &other) return *this;
    if (descriptor_ >= 0) close(descriptor_);
    descriptor_ = std::exchange(other.descriptor_, -1);
    return *this;
}

Descriptor::~Descriptor() {
    if (descriptor_ >= 0) close(descriptor_);
}

Result<DescriptorPair> DescriptorPair::pipe() {
    int ends[2] = {-1, -1};
    const int status = pipe2(ends, O_CLOEXEC);
    return joined(status, ends);
}

Result<DescriptorPair> DescriptorPair::socket() {
    int ends[2] = {-1, -1};
    const int status = socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends);
    return joined(status, ends);
}

}  // namespace sitrep
