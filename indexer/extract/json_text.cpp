#include "indexer/extract/json_text.hpp"

#include "base/strings.hpp"
#include "indexer/extract/json_repair.hpp"

namespace sitrep {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxNames = 20;
constexpr std::size_t kMaxValues = 2'000'000;  ///< each takes up to a hundred bytes

/// Builds the value; an integer that no integer type holds stays the text it is, since a float
/// would change an id.
class TreeBuilder : public nlohmann::detail::json_sax_dom_parser<json> {
  public:
    using Base = nlohmann::detail::json_sax_dom_parser<json>;
    explicit TreeBuilder(json& value) : Base(value, false) {}

    bool number_float(json::number_float_t number, const json::string_t& digits) {
        if (digits.find_first_of(".eE") != json::string_t::npos)
            return Base::number_float(number, digits);
        json::string_t text = digits;
        return string(text);
    }
};

/// Calls `each` with the place of every byte outside strings until it says false; returns whether
/// the text ends within a string.
template <class Each>
bool scan_outside_strings(std::string_view text, const Each& each) {
    bool in_string = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '"') in_string = !in_string;
        if (c == '\\' && in_string) ++at;
        if (!in_string && !each(at)) return false;
    }
    return in_string;
}

struct Weight {
    std::size_t values = 0;
    bool ends_in_string = false;
};

/// Of a list or an object the first value stands behind a bracket, all others behind commas; an
/// object takes twice the memory of a list. A small text has no need to be looked at.
Weight weight_of(std::string_view text) {
    Weight weight;
    if (text.size() <= kMaxValues) return weight;
    weight.ends_in_string = scan_outside_strings(text, [&](std::size_t at) {
        if (text[at] == ',' || text[at] == '[') ++weight.values;
        if (text[at] == '{') weight.values += 2;
        return true;
    });
    return weight;
}

/// Whether it has too many values, or ends within a string: the parser would keep copies of all of
/// it for its message.
bool is_hopeless(std::string_view text) {
    const Weight weight = weight_of(text);
    return weight.ends_in_string || weight.values >= kMaxValues;
}

/// Whether the brackets of `text` open at its start and close at its end.
bool is_one_value(std::string_view text) {
    text = trimmed(text);
    return (text.starts_with('{') || text.starts_with('[')) && json_value_end(text) == text.size();
}

void add_names(const json& value, std::vector<std::string>& names) {
    if (names.size() >= kMaxNames) return;
    std::string name = json_string(value.is_object() ? json_member(value, "name") : value);
    name = collapsed_space(name);
    if (!name.empty()) names.push_back(std::move(name));
}

}  // namespace

std::size_t json_value_end(std::string_view text) {
    std::size_t depth = 0;
    std::size_t end = std::string_view::npos;
    scan_outside_strings(text, [&](std::size_t at) {
        if (text[at] == '{' || text[at] == '[') ++depth;
        if ((text[at] == '}' || text[at] == ']') && --depth == 0) end = at + 1;
        return end == std::string_view::npos;
    });
    return end;
}

bool json_deeper_than(std::string_view text, std::size_t limit) {
    std::size_t depth = 0;
    bool in_string = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (in_string) {
            if (c == '\\') {
                ++at;
            } else if (c == '"') {
                in_string = false;
            }
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            if (++depth > limit) return true;
        } else if ((c == '}' || c == ']') && depth > 0) {
            --depth;
        }
    }
    return false;
}

bool json_has_too_many_values(std::string_view text) {
    const Weight weight = weight_of(text);
    return !weight.ends_in_string && weight.values >= kMaxValues;
}

std::optional<json> parse_json(std::string_view text) {
    if (json_deeper_than(text, kMaxJsonDepth) || is_hopeless(text)) return std::nullopt;
    json value;
    TreeBuilder builder(value);
    if (!json::sax_parse(text.begin(), text.end(), &builder)) return std::nullopt;
    return value;
}

std::optional<json> parse_json_leniently(std::string_view text) {
    std::optional<json> value = parse_json(text);
    if (!value && is_one_value(text)) value = parse_json(repaired_json(text));
    return value;
}

const json& unwrapped(const json& value) {
    const json* held = &value;
    while (held->is_object() && held->size() == 1 && held->begin().key().starts_with('$'))
        held = &held->begin().value();
    return *held;
}

const json& json_member(const json& object, std::string_view key) {
    static const json none;
    if (!object.is_object()) return none;
    const auto found = object.find(key);
    return found == object.end() ? none : *found;
}

std::string json_text(const json& value) {
    if (value.is_string()) return value.get<std::string>();
    for (const char* key : {"text", "value", "content", "html", "rendered"}) {
        const json& held = json_member(value, key);
        if (held.is_string() && !held.get_ref<const std::string&>().empty())
            return held.get<std::string>();
    }
    return {};
}

std::string json_string(const json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number()) return value.dump();
    if (value.is_array() && !value.empty() && !value.front().is_structured()) {
        return json_string(value.front());
    }
    return {};
}

std::vector<std::string> json_names(const json& value) {
    std::vector<std::string> names;
    if (value.is_array()) {
        for (const json& one : value) add_names(one, names);
    } else {
        add_names(value, names);
    }
    return names;
}

}  // namespace sitrep
