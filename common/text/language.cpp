#include "text/language.hpp"

#include "base/utf8.hpp"
#include "text/stemmer.hpp"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

namespace sitrep {
namespace {

constexpr std::size_t kMostBytes = 2048;

/// The beginning of the body, as much as is looked at.
std::string opening_of(const Article& article) {
    std::string text;
    for (const Section& section : article.sections) {
        for (const std::string& paragraph : section.paragraphs) {
            if (text.size() >= kMostBytes) return text;
            text += paragraph;
            text += '\n';
        }
    }
    return text;
}

}  // namespace

std::string detected_language(std::string_view text) {
    constexpr int kLeastPercent = 75;
    if (text.size() < kFewestLanguageBytes) return {};
    text = text.substr(0, utf8::floor_boundary(text, kMostBytes));
    CLD2::Language languages[3] = {};
    int percents[3] = {};
    double scores[3] = {};
    int text_bytes = 0;
    bool reliable = false;
    int valid_bytes = 0;
    const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    const CLD2::Language found = CLD2::ExtDetectLanguageSummaryCheckUTF8(
        text.data(), static_cast<int>(text.size()), true, &hints, 0, languages, percents, scores,
        nullptr, &text_bytes, &reliable, &valid_bytes);
    if (!reliable || found == CLD2::UNKNOWN_LANGUAGE || found != languages[0] ||
        percents[0] < kLeastPercent)
        return {};
    return CLD2::LanguageCode(found);
}

std::string detected_language(const Article& article) {
    return detected_language(opening_of(article));
}

std::string stemming_language(const Article& article) {
    constexpr std::string_view kEnglish = "en";
    std::string found(kEnglish);
    if (article.header.language.starts_with(kEnglish)) return found;
    found = detected_language(article);
    return Stemmer::knows(found) ? found : std::string(kEnglish);
}

}  // namespace sitrep
