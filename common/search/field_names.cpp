#include "search/field_names.hpp"

#include "base/strings.hpp"
#include "model/fields.hpp"

#include <array>

namespace sitrep {
namespace {

std::string field_names() {
    std::string names;
    for (const FieldRow& row : kFields) {
        if (!names.empty()) names += ", ";
        names += row.name;
    }
    return names;
}

/// What other tools call the ends of `date:`.
bool is_date_word(std::string_view name) {
    constexpr std::array<std::string_view, 4> kWords = {"after", "before", "since", "until"};
    return is_one_of(ascii_lower(name), kWords);
}

}  // namespace

std::string unknown_field_hint(std::string_view name) {
    const std::string hint =
        is_date_word(name) ? "date:2015.. asks for what is newer, date:..2015 for what is older"
                           : "fields: " + field_names();
    return hint + "; to search the text itself, quote it";
}

bool is_printed_label(std::string_view name) { return !name.empty() && is_ascii_upper(name[0]); }

}  // namespace sitrep
