#include "query/ranking_options.hpp"

#include "base/number.hpp"
#include "base/strings.hpp"

#include <fmt/format.h>

#include <optional>
#include <string>

namespace sitrep {
namespace {

bool may_be_boosted(Field field) {
    return field != Field::Body && field_row(field).kind == FieldKind::Text;
}

std::string boosted_fields() {
    std::string names;
    for (const FieldRow& row : kFields) {
        if (may_be_boosted(row.field)) names += (names.empty() ? "" : ", ") + std::string(row.name);
    }
    return names;
}

}  // namespace

Result<FieldBoosts> parse_boosts(std::string_view text) {
    const auto bad = [](std::string_view part, std::string_view what) {
        return Error{ErrorCode::Usage, fmt::format("--weights: {} {}", part, what),
                     "as in --weights title=0.3,section=0; fields: " + boosted_fields()};
    };
    FieldBoosts boosts = default_boosts();
    for (const std::string_view part : split(text, ',')) {
        const std::size_t equals = part.find('=');
        if (equals == std::string_view::npos) return bad(part, "is not FIELD=NUMBER");
        const std::optional<Field> field = find_field(trimmed(part.substr(0, equals)));
        if (!field || !may_be_boosted(*field)) return bad(part, "names no field that has a weight");
        const auto boost = number_in<double>(trimmed(part.substr(equals + 1)));
        if (!boost || !(*boost >= 0 && *boost <= kMostBoost))
            return bad(part, fmt::format("is not a number from 0 to {}", kMostBoost));
        boosts[static_cast<std::size_t>(*field)] = *boost;
    }
    return boosts;
}

Result<int> parse_half_life(std::string_view text) {
    const Error bad{
        ErrorCode::Usage,
        fmt::format("--recency={} is not a time from 1d to {}d", text, kLongestHalfLife),
        "as in --recency 180d, 26w, 6m, 2y"};
    if (text.empty()) return bad;
    int unit = 0;
    switch (text.back()) {
        case 'd':
            unit = 1;
            break;
        case 'w':
            unit = 7;
            break;
        case 'm':
            unit = 30;
            break;
        case 'y':
            unit = 365;
            break;
        default:
            return bad;
    }
    const auto count = number_in<int>(text.substr(0, text.size() - 1));
    if (!count || *count < 1 || *count > kLongestHalfLife / unit) return bad;
    return *count * unit;
}

}  // namespace sitrep
