#include "search/number_forms.hpp"

#include "base/strings.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

/// The numbers from 1 on, each in its place.
constexpr auto kRomans = std::to_array<std::string_view>(
    {"i",  "ii",  "iii",  "iv",  "v",  "vi",  "vii",  "viii",  "ix",  "x",
     "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"});
constexpr auto kWords =
    std::to_array<std::string_view>({"one", "two", "three", "four", "five", "six", "seven", "eight",
                                     "nine", "ten", "eleven", "twelve"});

}  // namespace

std::vector<std::string> other_numbers(std::string_view number) {
    for (std::size_t i = 0; i < kRomans.size(); ++i) {
        std::vector<std::string> forms = {std::to_string(i + 1), std::string(kRomans[i])};
        if (i < kWords.size()) forms.emplace_back(kWords[i]);
        if (std::erase(forms, number) != 0) return forms;
    }
    return {};
}

std::vector<std::string> other_ordinals(std::string_view ordinal) {
    const std::size_t digits = std::min(ordinal.find_first_not_of("0123456789"), ordinal.size());
    const std::string figures(ordinal.substr(0, digits));
    const std::string_view end = ordinal.substr(digits);
    if (digits == 0) return {};
    if (end == "nd" || end == "rd") return {figures + "d"};
    const bool is_unit =
        end == "d" && digits > 1 && (figures.back() == '2' || figures.back() == '3');
    if (!is_unit) return {};
    return {figures + (figures.back() == '2' ? "nd" : "rd")};
}

}  // namespace sitrep
