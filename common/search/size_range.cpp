#include "search/size_range.hpp"

#include "base/number.hpp"
#include "base/strings.hpp"

#include <string>

namespace sitrep {
namespace {

/// Up to 99,999,999; larger numbers are none.
std::optional<std::uint64_t> number(std::string_view text) {
    constexpr std::uint64_t kMost = 99'999'999;
    const bool thousands = text.ends_with('k') || text.ends_with('K');
    if (thousands) text.remove_suffix(1);
    std::optional<std::uint64_t> value = number_in<std::uint64_t>(text);
    if (value && *value <= kMost && thousands) *value *= 1000;
    return value && *value <= kMost ? value : std::nullopt;
}

std::optional<SizeQuery> compared(std::string_view text) {
    const char sign = text.front();
    text.remove_prefix(1);
    const bool or_equal = text.starts_with('=');
    if (or_equal) text.remove_prefix(1);
    const std::optional<std::uint64_t> bound = number(trimmed(text));
    if (!bound || (sign == '<' && *bound == 0 && !or_equal)) return std::nullopt;
    if (sign == '>') return SizeQuery{"", *bound + (or_equal ? 0 : 1), std::nullopt};
    return SizeQuery{"", std::nullopt, *bound - (or_equal ? 0 : 1)};
}

}  // namespace

std::optional<SizeQuery> parse_size_range(std::string_view text) {
    std::optional<SizeQuery> size;
    const std::size_t dots = text.find("..");
    if (text.starts_with('<') || text.starts_with('>')) {
        size = compared(text);
    } else if (dots == std::string_view::npos) {
        if (const auto exact = number(text)) size = SizeQuery{"", exact, exact};
    } else if (text.size() > 2) {
        const auto first = number(text.substr(0, dots));
        const auto last = number(text.substr(dots + 2));
        const bool is_range = (first || dots == 0) && (last || dots + 2 == text.size()) &&
                              !(first && last && *last < *first);
        if (is_range) size = SizeQuery{"", first, last};
    }
    if (size) size->text = text;
    return size;
}

}  // namespace sitrep
