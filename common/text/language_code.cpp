#include "text/language_code.hpp"

#include "base/strings.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstring>
#include <unordered_map>

namespace sitrep {
namespace {

std::string lower(icu::UnicodeString text) {
    std::string out;
    return text.toLower(icu::Locale::getRoot()).toUTF8String(out);
}

/// Codes by names.
std::unordered_map<std::string, std::string> read_names() {
    std::unordered_map<std::string, std::string> codes;
    for (const char* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code) {
        if (std::strlen(*code) != 2) continue;
        const icu::Locale language(*code);
        for (const icu::Locale& reader : {icu::Locale::getEnglish(), language}) {
            icu::UnicodeString name;
            codes.emplace(lower(language.getDisplayLanguage(reader, name)), *code);
        }
    }
    return codes;
}

std::string code_of_name(std::string_view name) {
    static const std::unordered_map<std::string, std::string> kCodes = read_names();
    const auto found = kCodes.find(
        lower(icu::UnicodeString::fromUTF8({name.data(), static_cast<int>(name.size())})));
    return found == kCodes.end() ? std::string() : found->second;
}

}  // namespace

std::string language_code(std::string_view name) {
    constexpr std::size_t kLongestCode = 3;
    constexpr std::size_t kLongestName = 64;
    if (name.size() > kLongestName) return {};
    const std::string code = ascii_lower(name.substr(0, name.find_first_of("-_")));
    const bool is_code = code.size() >= 2 && code.size() <= kLongestCode &&
                         std::all_of(code.begin(), code.end(), is_ascii_alpha);
    return is_code ? icu::Locale(code.c_str()).getLanguage() : code_of_name(name);
}

}  // namespace sitrep
