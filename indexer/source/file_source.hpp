// A file as a source, with the hash of its bytes made on the way.
#pragma once

#include "base/file.hpp"
#include "base/hash.hpp"
#include "indexer/source/byte_source.hpp"

#include <string>

namespace sitrep {

class FileSource : public SeekableSource {
  public:
    explicit FileSource(OpenFile file);

    Result<std::string_view> next() override;
    std::uint64_t size() const override { return file_.signature().size; }
    void seek(std::uint64_t offset) override { offset_ = offset; }
    std::uint64_t reached() const override { return reached_; }

    const FileSignature& signature() const { return file_.signature(); }
    bool has_changed() const { return file_.has_changed(); }
    /// hash_hex() of the whole file; reads what has not been read yet. Moves next().
    Result<std::string> content_hash();
    /// Bytes of the file that content_hash() has covered.
    std::uint64_t hashed() const { return hashed_; }
    /// Whether a read failed, however far the bytes before it went.
    bool failed() const { return failed_; }

  private:
    OpenFile file_;
    std::string buffer_;
    std::uint64_t offset_ = 0;
    std::uint64_t reached_ = 0;
    Hasher hasher_;
    std::uint64_t hashed_ = 0;
    bool failed_ = false;
};

}  // namespace sitrep
