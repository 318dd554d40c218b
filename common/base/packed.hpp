// Numbers and strings packed one after another: the form of what the database stores for us.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// Numbers in groups of seven bits, low group first; each string with its length before it.
class Packer {
  public:
    /// `version` is the first byte: what Unpacker must be told to expect.
    explicit Packer(char version) : bytes_(1, version) {}

    void number(std::uint64_t value);
    void text(std::string_view value);
    void texts(const std::vector<std::string>& values);

    std::string take() && { return std::move(bytes_); }

  private:
    std::string bytes_;
};

/// Reads what Packer wrote; any bytes are safe. After the first thing amiss every read is empty and
/// complete() stays false.
class Unpacker {
  public:
    Unpacker(std::string_view bytes, char version);

    std::uint64_t number();
    std::string text();
    std::vector<std::string> texts();

    bool ok() const { return ok_; }
    /// All read, and nothing left over.
    bool complete() const { return ok_ && rest_.empty(); }

  private:
    void fail();
    std::string_view rest_;
    bool ok_ = true;
};

}  // namespace sitrep
