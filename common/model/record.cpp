#include "model/record.hpp"

namespace sitrep {

Place Place::inside(std::string_view name) const {
    std::string joined = text();
    if (!joined.empty()) joined = joined.substr(1) + "#";
    return {joined.append(name), {}};
}

Place Place::at(std::uint64_t number) const {
    if (!record) return {member, number};
    return {text().substr(1), number};
}

std::string Place::text() const {
    std::string out = member.empty() ? "" : "#" + member;
    if (record) out += "#" + std::to_string(*record);
    return out;
}

}  // namespace sitrep
