// A JSON object as the one line that both tools print.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace sitrep {

enum class JsonLetters {
    Utf8,
    Ascii  ///< all others escaped: no control or format character reaches a terminal raw
};

/// Those for standard output: ASCII where it is a terminal.
JsonLetters letters_for_output();

/// Without a newline, nor what some readers take for one (U+2028, U+2029). Bytes that are no UTF-8
/// become U+FFFD.
std::string json_line(const nlohmann::ordered_json& object, JsonLetters letters);

}  // namespace sitrep
