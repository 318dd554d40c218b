// What joins us to another program: pipes and sockets, closed by themselves and never inherited.
#pragma once

#include "base/result.hpp"

namespace sitrep {

/// A descriptor that closes itself, is not inherited, and is none of the three standard ones.
class Descriptor {
  public:
    Descriptor() = default;
    /// Takes over `descriptor`, moved away from the standard ones where it is one; -1 stays -1.
    explicit Descriptor(int descriptor);
    Descriptor(Descriptor&& other) noexcept;
    Descriptor& operator=(Descriptor&& other) noexcept;
    ~Descriptor();

    int get() const { return descriptor_; }
    explicit operator bool() const { return descriptor_ >= 0; }

  private:
    int descriptor_ = -1;
};

/// Two ends joined: of a pipe (read, write), or of a socket.
struct DescriptorPair {
    Descriptor first;
    Descriptor second;
    static Result<DescriptorPair> pipe();
    static Result<DescriptorPair> socket();
};

}  // namespace sitrep
