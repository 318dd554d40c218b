#include "indexer/extract/script_values.hpp"

#include "base/strings.hpp"
#include "indexer/extract/json_text.hpp"
#include "indexer/extract/linked_state.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace sitrep {
namespace {

using nlohmann::json;

constexpr std::size_t kMinBytes = 300;  ///< less holds no story

std::size_t behind_space(std::string_view text, std::size_t at) {
    while (at < text.size() && is_ascii_space(text[at])) ++at;
    return at;
}

/// Whether an object or a list of JSON begins at `at`: code has names there.
bool begins_value(std::string_view text, std::size_t at) {
    const std::size_t next = behind_space(text, at + 1);
    if (next >= text.size()) return false;
    if (text[at] == '{') return text[next] == '"';
    return text[at] == '[' && (is_ascii_digit(text[next]) ||
                               std::string_view("\"{[").find(text[next]) != std::string_view::npos);
}

/// Whether the string of JavaScript whose content begins at `at` is JSON.
bool begins_packed_value(std::string_view text, std::size_t at) {
    static constexpr auto kBegins =
        std::to_array<std::string_view>({"{", "[", "%7b", "%5b", "\\x7b", "\\x5b", "\\u007b"});
    return std::any_of(kBegins.begin(), kBegins.end(), [&](std::string_view begin) {
        return equals_ignoring_case(text.substr(at, begin.size()), begin);
    });
}

/// Where the string of JavaScript that begins behind its mark `quote` ends; npos when it does not.
std::size_t literal_end(std::string_view text, std::size_t at, char quote) {
    for (; at < text.size(); ++at) {
        if (text[at] == quote) return at;
        if (text[at] == '\\') ++at;
    }
    return std::string_view::npos;
}

/// What a string of JavaScript holds: rewritten as one of JSON, whose escapes are fewer.
std::string unpacked(std::string_view literal) {
    std::string quoted = "\"";
    for (std::size_t at = 0; at < literal.size(); ++at) {
        const char c = literal[at];
        const char next = at + 1 < literal.size() ? literal[at + 1] : ' ';
        if (c == '"') {
            quoted += "\\\"";
        } else if (c != '\\') {
            quoted += c;
        } else {
            ++at;
            if (next == 'x') {
                quoted += "\\u00";
            } else {
                if (std::string_view("\"\\/bfnrtu").find(next) != std::string_view::npos)
                    quoted += '\\';
                quoted += next;
            }
        }
    }
    quoted += '"';
    const std::optional<json> text = parse_json(quoted);
    return text ? json_string(*text) : std::string();
}

int hex_digit(char c) {
    const char lower = ascii_lower(c);
    if (is_ascii_digit(c)) return c - '0';
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// As decodeURIComponent() has it.
std::string percent_decoded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool escape = text[at] == '%' && at + 2 < text.size();
        const int high = escape ? hex_digit(text[at + 1]) : -1;
        const int low = escape ? hex_digit(text[at + 2]) : -1;
        if (high >= 0 && low >= 0) {
            out += static_cast<char>(high * 16 + low);
            at += 2;
        } else {
            out += text[at];
        }
    }
    return out;
}

class Scripts {
  public:
    explicit Scripts(const std::function<void(const json&)>& see) : see_(see) {}

    void read(std::string_view script) {
        const std::string_view whole = trimmed(script);
        if (whole.starts_with('{') || whole.starts_with('[')) {
            if (std::optional<json> value = parse_json(whole)) return tell(*std::move(value));
        }
        std::size_t unclosed = 0;
        for (std::size_t at = 0; at < script.size() && unclosed < kMaxUnclosed;) {
            const std::size_t mark = script.find_first_of("=(", at);
            if (mark == std::string_view::npos) return;
            const std::size_t begin = behind_space(script, mark + 1);
            const std::size_t end = read_at(script, mark, begin);
            unclosed += end == std::string_view::npos ? 1 : 0;
            at = end == std::string_view::npos ? begin + 1 : std::max(end, mark + 1);
        }
    }

    /// What came in pieces.
    void finish() {
        if (flight_.size() >= kMinBytes) see_(flight_state(flight_));
    }

  private:
    static constexpr std::size_t kMaxUnclosed = 8;  ///< each looks through the rest of the script

    /// Reads the value that may begin at `begin`; returns where it ends, npos where it does not.
    std::size_t read_at(std::string_view script, std::size_t mark, std::size_t begin) {
        if (begin >= script.size()) return begin;
        const char first = script[begin];
        if ((first == '"' || first == '\'') && begins_packed_value(script, begin + 1)) {
            const std::size_t end = literal_end(script, begin + 1, first);
            if (end != std::string_view::npos)
                read_packed(script.substr(begin + 1, end - begin - 1));
            return end;
        }
        if (!begins_value(script, begin)) return begin;
        const std::size_t size = json_value_end(script.substr(begin));
        if (size == std::string_view::npos) return size;
        const bool flight = script.substr(0, mark).ends_with("__next_f.push");
        read_value(script.substr(begin, size), flight);
        return begin + size;
    }

    void read_value(std::string_view text, bool flight) {
        if (!flight && text.size() < kMinBytes) return;
        std::optional<json> value = parse_json_leniently(text);
        if (!value) return;
        if (!flight) return tell(*std::move(value));
        if (value->is_array() && value->size() > 1 && (*value)[1].is_string())
            flight_ += (*value)[1].get_ref<const std::string&>();
    }

    void read_packed(std::string_view literal) {
        if (literal.size() < kMinBytes) return;
        std::string text = unpacked(literal);
        if (text.starts_with('%')) text = percent_decoded(text);
        if (std::optional<json> value = parse_json_leniently(text)) tell(*std::move(value));
    }

    void tell(json value) {
        follow_references(value);
        see_(value);
    }

    const std::function<void(const json&)>& see_;
    std::string flight_;  ///< React's, in the order of its pieces
};

}  // namespace

void each_script_value(const std::vector<std::string_view>& scripts,
                       const std::function<void(const json&)>& see) {
    Scripts reader(see);
    for (const std::string_view script : scripts) reader.read(script);
    reader.finish();
}

}  // namespace sitrep
