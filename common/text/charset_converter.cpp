#include "text/charset_converter.hpp"

#include "base/strings.hpp"
#include "base/utf8.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>

namespace sitrep {
namespace {

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open(const char* name) {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open(name, &status));
    if (U_FAILURE(status)) converter.reset();
    return converter;
}

std::string ascii_only(std::string_view bytes, std::size_t& replaced) {
    std::string out;
    for (const char c : bytes) {
        const bool plain = static_cast<unsigned char>(c) < 0x80;
        if (!plain) ++replaced;
        utf8::append(out, plain ? static_cast<char32_t>(c) : utf8::kReplacement);
    }
    return out;
}

std::size_t count_replacements(std::string_view text) {
    constexpr std::string_view kMark = "\xEF\xBF\xBD";
    std::size_t count = 0;
    for (std::size_t at = text.find(kMark); at != std::string_view::npos;
         at = text.find(kMark, at + 3)) {
        ++count;
    }
    return count;
}

}  // namespace

/// What the loop that ucnv_convertEx wants keeps: source and target pieces through a pivot of
/// UTF-16.
struct CharsetConverter::State {
    Converter from;
    Converter to;
    std::array<UChar, 4096> pivot = {};
    UChar* pivot_source = pivot.data();
    UChar* pivot_target = pivot.data();
    bool begins = true;

    std::string converted(std::string_view bytes, bool is_last) {
        std::string out;
        std::array<char, 8192> buffer;
        const char* source = bytes.data();
        const char* end = source + bytes.size();
        UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
        for (; status == U_BUFFER_OVERFLOW_ERROR; begins = false) {
            status = U_ZERO_ERROR;
            char* target = buffer.data();
            ucnv_convertEx(to.get(), from.get(), &target, target + buffer.size(), &source, end,
                           pivot.data(), &pivot_source, &pivot_target, pivot.data() + pivot.size(),
                           begins, is_last, &status);
            out.append(buffer.data(), target);
        }
        return out;
    }
};

CharsetConverter::CharsetConverter(std::string_view name) : state_(std::make_unique<State>()) {
    state_->from = open(std::string(name).c_str());
    state_->to = open("UTF-8");
}

CharsetConverter::~CharsetConverter() = default;

std::string CharsetConverter::next(std::string_view bytes, bool is_last, std::size_t& replaced) {
    if (!state_->from || !state_->to) return ascii_only(bytes, replaced);
    std::string out = utf8::repaired(state_->converted(bytes, is_last));
    replaced += count_replacements(out);
    return out;
}

}  // namespace sitrep
