#include "indexer/source/brotli.hpp"

#include <brotli/decode.h>

namespace sitrep {
namespace {

constexpr std::size_t kChunk = 64U << 10U;

class BrotliSource : public ByteSource {
  public:
    BrotliSource(ByteSource& packed, Reading& reading)
        : packed_(packed),
          reading_(reading),
          state_(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr),
                 &BrotliDecoderDestroyInstance),
          buffer_(kChunk, '\0') {}

    Result<std::string_view> next() override {
        if (!state_) return Error{ErrorCode::BadInput, "brotli: out of memory"};
        for (;;) {
            const auto* in = reinterpret_cast<const std::uint8_t*>(input_.data());
            std::size_t in_left = input_.size();
            auto* out = reinterpret_cast<std::uint8_t*>(buffer_.data());
            std::size_t out_left = buffer_.size();
            const BrotliDecoderResult result = BrotliDecoderDecompressStream(
                state_.get(), &in_left, &in, &out_left, &out, nullptr);
            input_ = input_.substr(input_.size() - in_left);
            const std::size_t filled = buffer_.size() - out_left;
            if (filled > 0) {
                if (Result<void> charged = reading_.unpacked(filled); !charged)
                    return charged.error();
                return std::string_view(buffer_).substr(0, filled);
            }
            if (result == BROTLI_DECODER_RESULT_SUCCESS) return std::string_view();
            if (result == BROTLI_DECODER_RESULT_ERROR)
                return Error{ErrorCode::BadInput, "brotli: the data are damaged"};
            Result<std::string_view> piece = packed_.next();
            if (!piece) return piece.error();
            if (piece->empty()) return Error{ErrorCode::BadInput, "brotli: the data end too early"};
            input_ = *piece;
        }
    }

  private:
    ByteSource& packed_;
    Reading& reading_;
    std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> state_;
    std::string buffer_;
    std::string_view input_;
};

}  // namespace

std::unique_ptr<ByteSource> unbrotlied(ByteSource& packed, Reading& reading) {
    return std::make_unique<BrotliSource>(packed, reading);
}

}  // namespace sitrep
