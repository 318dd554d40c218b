#include "query/render/citation.hpp"

#include "base/hash.hpp"
#include "base/strings.hpp"
#include "text/date.hpp"

namespace sitrep {
namespace {

constexpr std::size_t kLongestPart = 20;
constexpr std::size_t kHashDigits = 8;

std::string letters(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (is_ascii_alpha(c) && out.size() < kLongestPart) out += ascii_lower(c);
    }
    return out;
}

/// The first word of four letters or more.
std::string first_long_word(std::string_view text) {
    constexpr std::size_t kLong = 4;
    for (const std::string_view word : split(text, ' ')) {
        std::string found = letters(word);
        if (found.size() >= kLong) return found;
    }
    return {};
}

std::string source_of(const ArticleHeader& header) {
    if (header.authors.empty()) return letters(header.outlet);
    const std::string_view name = trimmed(header.authors.front());
    return letters(name.substr(name.rfind(' ') + 1));
}

}  // namespace

std::string citation_key(const Hit& hit) {
    std::string key = source_of(hit.header);
    if (const auto day = parse_day(hit.header.published)) key += std::to_string(day->year);
    key += first_long_word(hit.header.title);
    if (!key.empty()) key += '-';
    return key + hash_hex(hit.path).substr(0, kHashDigits);
}

}  // namespace sitrep
