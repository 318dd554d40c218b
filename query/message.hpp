// What sitrep-query tells a person on stderr.
#pragma once

#include "base/error.hpp"

#include <string>
#include <string_view>

namespace sitrep {

/// `sitrep-query: WHAT: message` and the hint under it, made printable. A bad question keeps its
/// three lines.
std::string message_text(const Error& error, std::string_view what = {});

void print_error(const Error& error, std::string_view what = {});

/// print_error(), and the exit code that goes with it.
int print_failure(const Error& error);

/// Where there are fewer hits than articles.
inline constexpr std::string_view kCopiesAreFolded =
    "copies of an article are one hit; --no-collapse shows each";

/// `sitrep-query: text`
void print_note(std::string_view text, std::string_view hint = {});

}  // namespace sitrep
