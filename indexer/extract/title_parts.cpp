#include "indexer/extract/title_parts.hpp"

#include "base/strings.hpp"

#include <array>

namespace sitrep {
namespace {

constexpr auto kSeparators = std::to_array<std::string_view>(
    {" | ", " » ", " · ", " — ", " – ", " - ", " :: ", " « ", " • ", " > "});

}  // namespace

std::string bare_letters(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (text.substr(at, 2) == "\xE2\x80") {
            at += 2;  // curly quotes, dashes
        } else if (is_word_byte(c)) {
            out += ascii_lower(c);
        }
    }
    return out;
}

TitleCut last_separator(std::string_view title) {
    TitleCut best;
    for (const std::string_view separator : kSeparators) {
        const std::size_t at = title.rfind(separator);
        if (at == std::string_view::npos) continue;
        if (best.at == std::string_view::npos || at > best.at) best = {at, separator.size()};
    }
    return best;
}

TitleCut first_separator(std::string_view title) {
    TitleCut best;
    for (const std::string_view separator : kSeparators) {
        const std::size_t at = title.find(separator);
        if (at < best.at) best = {at, separator.size()};
    }
    return best;
}

}  // namespace sitrep
