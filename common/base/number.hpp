// Numbers from text, whatever the locale.
#pragma once

#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>

namespace sitrep {

/// The number that all of `text` writes, as std::from_chars() reads it: no space, no plus in front,
/// a minus where `Number` has a sign. Nothing where it writes none, or one out of range. `form` is
/// a base for whole numbers, a std::chars_format for others.
template <class Number, class... Form>
std::optional<Number> number_in(std::string_view text, Form... form) {
    Number number{};
    const char* const end = text.data() + text.size();
    const auto [read, failure] = std::from_chars(text.data(), end, number, form...);
    if (failure != std::errc() || read != end) return std::nullopt;
    return number;
}

}  // namespace sitrep
