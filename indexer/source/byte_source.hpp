// Bytes in order, a piece at a time: what every unpacker gives and every reader takes, so that
// memory stays flat however large a file is.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace sitrep {

class SeekableSource;

class ByteSource {
  public:
    ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;
    virtual ~ByteSource() = default;

    /// The next bytes, empty at the end; valid until the next call. After an error there are none.
    virtual Result<std::string_view> next() = 0;

    /// After an error: whether the source goes on behind what is damaged. The next bytes are then
    /// the first that can be read.
    virtual bool recover() { return false; }

    /// This source, where it can be read from any place; else null.
    virtual SeekableSource* seekable() { return nullptr; }
};

/// A file, or bytes in memory.
class SeekableSource : public ByteSource {
  public:
    virtual std::uint64_t size() const = 0;
    /// next() goes on at `offset`, which may lie behind the end.
    virtual void seek(std::uint64_t offset) = 0;
    /// Where the bytes end that next() has given so far, the farthest.
    virtual std::uint64_t reached() const = 0;

    SeekableSource* seekable() override { return this; }
};

/// Bytes that stay where they are while the source is read.
class MemorySource : public SeekableSource {
  public:
    explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}

    Result<std::string_view> next() override;
    std::uint64_t size() const override { return bytes_.size(); }
    void seek(std::uint64_t offset) override { offset_ = offset; }
    std::uint64_t reached() const override { return reached_; }

  private:
    std::string_view bytes_;
    std::uint64_t offset_ = 0;
    std::uint64_t reached_ = 0;
};

/// All that `source` still gives. Fails as it does, or with TooLarge past `max_bytes`.
Result<std::string> read_whole(ByteSource& source, std::uint64_t max_bytes);

}  // namespace sitrep
