// A question that cannot be read, shown with a caret under the place.
#pragma once

#include "base/error.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace sitrep {

/// The hint for a text that was pasted as a question.
inline constexpr const char* kLongTextHint =
    "articles like a text: sitrep-index --dump=article FILE | sitrep-query --like=-";

/// A BadQuery error of three lines: `what`, the question, a caret under its byte `at`. The question
/// is made printable first and shortened around the place when it is long; columns are code points.
Error query_error(std::string_view question, std::size_t at, std::string_view what,
                  std::string hint = {});

}  // namespace sitrep
