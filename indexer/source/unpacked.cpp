#include "indexer/source/unpacked.hpp"

#include "indexer/source/archive_reader.hpp"
#include "indexer/source/gzip.hpp"

namespace sitrep {
namespace {

class UnpackedSource : public ByteSource {
  public:
    UnpackedSource(ArchiveForm form, ByteSource& packed, Reading& reading)
        : reader_(form, packed), entry_(reader_, reading) {}

    Result<std::string_view> next() override {
        if (!opened_) {
            opened_ = true;
            empty_ = !reader_.next();
            if (reader_.failed()) return reader_.error();
        }
        if (empty_) return std::string_view();
        return entry_.next();
    }

  private:
    ArchiveReader reader_;
    EntrySource entry_;
    bool opened_ = false;
    bool empty_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> unpacked(Packing packing, ByteSource& packed, Reading& reading) {
    switch (packing) {
        case Packing::Gzip:
            break;
        case Packing::Zstd:
            return std::make_unique<UnpackedSource>(ArchiveForm::Zstd, packed, reading);
        case Packing::Xz:
            return std::make_unique<UnpackedSource>(ArchiveForm::Xz, packed, reading);
        case Packing::Bzip2:
            return std::make_unique<UnpackedSource>(ArchiveForm::Bzip2, packed, reading);
    }
    // libarchive's gzip checks no sums and takes a cut file for a whole one.
    return gunzipped(packed, reading);
}

}  // namespace sitrep
