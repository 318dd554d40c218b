#include "text/charset_converter.hpp"

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "text/charset_labels.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>

namespace sitrep {
namespace {

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

struct CloseDetector {
    void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

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

/// The loop that ucnv_convertEx wants: source and target pieces through a pivot of UTF-16.
class Conversion {
  public:
    Conversion(UConverter& from, UConverter& to, std::string_view bytes)
        : from_(&from), to_(&to), source_(bytes.data()), end_(bytes.data() + bytes.size()) {}

    std::string run() {
        std::string out;
        std::array<char, 8192> buffer;
        UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
        for (bool reset = true; status == U_BUFFER_OVERFLOW_ERROR; reset = false) {
            status = U_ZERO_ERROR;
            char* target = buffer.data();
            ucnv_convertEx(to_, from_, &target, target + buffer.size(), &source_, end_,
                           pivot_.data(), &pivot_source_, &pivot_target_,
                           pivot_.data() + pivot_.size(), reset, true, &status);
            out.append(buffer.data(), target);
        }
        return out;
    }

  private:
    UConverter* from_;
    UConverter* to_;
    const char* source_;
    const char* end_;
    std::array<UChar, 4096> pivot_ = {};
    UChar* pivot_source_ = pivot_.data();
    UChar* pivot_target_ = pivot_.data();
};

}  // namespace

std::string to_utf8(std::string_view bytes, const std::string& name, std::size_t& replaced) {
    const Converter from = open(name.c_str());
    const Converter to = open("UTF-8");
    if (!from || !to) return ascii_only(bytes, replaced);
    std::string out = utf8::repaired(Conversion(*from, *to, bytes).run());
    replaced += count_replacements(out);
    return out;
}

std::string detected_charset(std::string_view bytes) {
    constexpr std::size_t kSampleBytes = 65536;
    constexpr std::int32_t kLeastConfidence = 50;
    const std::string_view sample = bytes.substr(0, kSampleBytes);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
    if (U_FAILURE(status)) return "";
    ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()),
                   &status);
    ucsdet_enableInputFilter(detector.get(), 1);
    std::int32_t count = 0;
    const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
    if (U_FAILURE(status) || matches == nullptr) return "";
    for (std::int32_t i = 0; i < count; ++i) {
        const std::int32_t confidence = ucsdet_getConfidence(matches[i], &status);
        const char* name = ucsdet_getName(matches[i], &status);
        if (U_FAILURE(status) || confidence < kLeastConfidence) return "";
        if (find_charset(name) != nullptr) return name;
    }
    return "";
}

}  // namespace sitrep
