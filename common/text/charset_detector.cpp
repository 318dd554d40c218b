#include "text/charset_detector.hpp"

#include "base/strings.hpp"
#include "text/charset_labels.hpp"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace sitrep {
namespace {

struct CloseDetector {
    void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

struct Match {
    const char* name;
    std::int32_t confidence;
};

/// The likeliest first.
std::vector<Match> matches_of(UCharsetDetector& detector, std::string_view sample) {
    UErrorCode status = U_ZERO_ERROR;
    ucsdet_setText(&detector, sample.data(), static_cast<std::int32_t>(sample.size()), &status);
    ucsdet_enableInputFilter(&detector, 1);
    std::int32_t count = 0;
    const UCharsetMatch** found = ucsdet_detectAll(&detector, &count, &status);
    std::vector<Match> matches;
    for (std::int32_t i = 0; U_SUCCESS(status) && found != nullptr && i < count; ++i)
        matches.push_back(
            {ucsdet_getName(found[i], &status), ucsdet_getConfidence(found[i], &status)});
    if (U_FAILURE(status)) matches.clear();
    return matches;
}

bool is_latin(std::string_view charset) {
    constexpr std::array<std::string_view, 6> kLatin = {
        "ISO-8859-1", "ISO-8859-2", "ISO-8859-9", "windows-1250", "windows-1252", "windows-1254"};
    return is_one_of(charset, kLatin);
}

/// Whether a good part of the letters between the tags are none of ASCII.
bool is_of_other_letters(std::string_view text) {
    constexpr std::size_t kShare = 4;
    std::size_t other = 0;
    std::size_t ascii = 0;
    bool in_tag = false;
    for (const char c : text) {
        if (c == '<' || c == '>') in_tag = c == '<';
        if (in_tag) continue;
        if (static_cast<unsigned char>(c) >= 0x80) {
            ++other;
        } else if (is_ascii_alpha(c)) {
            ++ascii;
        }
    }
    return other * kShare >= other + ascii && other > 0;
}

/// Whether the first of `matches` is to be believed of `sample`.
bool is_sure(const std::vector<Match>& matches, std::string_view sample) {
    constexpr std::int32_t kSure = 50;
    constexpr std::int32_t kAlone = 25;
    const Match& best = matches.front();
    if (best.confidence >= kSure) return true;
    const std::int32_t next = matches.size() > 1 ? matches[1].confidence : 0;
    if (best.confidence < kAlone || best.confidence < 2 * next) return false;
    const bool is_utf8 = std::string_view(best.name) == "UTF-8";  // it was looked for before
    return is_latin(best.name) || (!is_utf8 && is_of_other_letters(sample));
}

}  // namespace

std::string detected_charset(std::string_view bytes) {
    constexpr std::size_t kSampleBytes = 65536;
    const std::string_view sample = bytes.substr(0, kSampleBytes);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
    if (U_FAILURE(status)) return "";
    std::vector<Match> matches = matches_of(*detector, sample);
    std::erase_if(matches, [](const Match& one) { return find_charset(one.name) == nullptr; });
    if (matches.empty() || !is_sure(matches, sample)) return "";
    const std::string name = matches.front().name;
    return name == "KOI8-R" ? "KOI8-U" : name;  // the same, but for Ukrainian letters
}

}  // namespace sitrep
