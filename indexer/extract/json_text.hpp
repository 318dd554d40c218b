// The one way JSON of unknown origin is parsed here: bounded, never throwing.
#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

inline constexpr std::size_t kMaxJsonDepth = 256;

/// One past the bracket that closes the one `text` begins with, strings skipped; npos when none
/// does. One linear scan.
std::size_t json_value_end(std::string_view text);

/// Whether arrays and objects nest deeper than `limit`: one linear scan, strings skipped.
bool json_deeper_than(std::string_view text, std::size_t limit);

/// Whether it has two million values and more, of which an object counts for two: one linear scan.
/// Their tree would take 200 MB.
bool json_has_too_many_values(std::string_view text);

/// The value, or nothing when `text` is not JSON (RFC 8259: NaN and lone surrogates are not) or
/// nests too deep or has too many values. An integer over 64 bits becomes a string of its digits.
std::optional<nlohmann::json> parse_json(std::string_view text);

/// The same, and of one whole object or list also where something in it is none of JSON's: `NaN`,
/// `1e999`, half of a surrogate pair, a line end within a string. What is cut off is nothing.
std::optional<nlohmann::json> parse_json_leniently(std::string_view text);

/// What `value` is in the end: exports of databases wrap it, `{"$date": {"$numberLong": "12"}}`.
const nlohmann::json& unwrapped(const nlohmann::json& value);

/// The member `key` of an object; a null when it is no object or has none.
const nlohmann::json& json_member(const nlohmann::json& object, std::string_view key);

/// A string, a number as it stands, or the first of a list of them; empty for anything else.
std::string json_string(const nlohmann::json& value);

/// A string, which a number is not, or the one that an object is an envelope of: `{"type":
/// "text/html", "value": ...}`.
std::string json_text(const nlohmann::json& value);

/// The names in a string, a list of strings, or objects with "name".
std::vector<std::string> json_names(const nlohmann::json& value);

}  // namespace sitrep
