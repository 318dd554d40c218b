#include "model/fields.hpp"

#include "base/strings.hpp"

namespace sitrep {
namespace {

constexpr bool rows_follow_the_enumeration() {
    for (std::size_t i = 0; i < kFields.size(); ++i) {
        if (static_cast<std::size_t>(kFields[i].field) != i) return false;
    }
    return true;
}
static_assert(rows_follow_the_enumeration());

}  // namespace

std::optional<Field> find_field(std::string_view name) {
    if (name.empty()) return std::nullopt;
    for (const FieldRow& row : kFields) {
        if (equals_ignoring_case(name, row.name)) return row.field;
        for (const std::string_view alias : row.aliases) {
            if (equals_ignoring_case(name, alias)) return row.field;
        }
    }
    return std::nullopt;
}

}  // namespace sitrep
