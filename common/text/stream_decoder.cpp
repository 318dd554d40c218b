#include "text/stream_decoder.hpp"

#include "base/utf8.hpp"
#include "text/charset_choice.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace sitrep {
namespace {

/// As much as is gathered before anything is decided: most files have come whole by then.
constexpr std::size_t kGatheredBytes = 256U << 10U;
/// A declaration stands at the very beginning.
constexpr std::size_t kHeadBytes = 1024;

bool is_ascii(std::string_view bytes) {
    return std::all_of(bytes.begin(), bytes.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Takes what may be a character of UTF-8 that the end of the piece cuts off it.
std::string take_cut_tail(std::string& bytes) {
    std::size_t keep = bytes.size();
    for (std::size_t back = 1; back <= 3 && back <= bytes.size(); ++back) {
        const auto b = static_cast<unsigned char>(bytes[bytes.size() - back]);
        if (b < 0x80U) break;
        if (b >= 0xC0U) {
            keep = bytes.size() - back;
            break;
        }
    }
    std::string tail = bytes.substr(keep);
    bytes.resize(keep);
    return tail;
}

}  // namespace

std::string StreamDecoder::next(std::string_view piece, bool is_last) {
    std::string bytes = std::exchange(held_, {});
    bytes += piece;
    if (head_.empty() && bytes.size() < kGatheredBytes && !is_last) {
        held_ = std::move(bytes);
        return {};
    }
    if (!is_last) held_ = take_cut_tail(bytes);
    std::size_t mark = 0;
    if (!decided_) mark = decide(bytes);
    const std::string_view text = std::string_view(bytes).substr(mark);
    if (converter_ == nullptr) return utf8::repaired(text);
    std::size_t replaced = 0;
    return converter_->next(text, is_last, replaced);
}

/// Chooses the charset if `bytes`, the next, can tell; returns the size of the mark they begin
/// with.
std::size_t StreamDecoder::decide(std::string_view bytes) {
    std::optional<CharsetChoice> choice;
    const bool begins = head_.empty();
    if (begins) choice = charset_of_start(bytes);
    if (!choice && !is_ascii(bytes)) choice = choose_charset(head_ + std::string(bytes), {});
    if (begins) head_ = bytes.substr(0, kHeadBytes);
    if (!choice) return 0;
    decided_ = true;
    if (choice->name != "utf-8") converter_ = std::make_unique<CharsetConverter>(choice->icu);
    return choice->mark;
}

}  // namespace sitrep
