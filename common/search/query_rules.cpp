#include "search/query_rules.hpp"

#include <algorithm>

namespace sitrep {
namespace {

std::optional<RuleBreach> breach_in_or(const std::vector<QueryPtr>& children,
                                       const std::string& name) {
    for (const QueryPtr& child : children) {
        if (only_excludes(*child)) {
            return RuleBreach{child->column,
                              "nothing to find: this side of " + name + " only excludes",
                              "write what is excluded beside a word: a " + name + " (b NOT c)"};
        }
        if (auto breach = find_breach(*child)) return breach;
    }
    return std::nullopt;
}

/// The NOTs of an AND are in their place; what they hold, and the rest, is looked at.
std::optional<RuleBreach> breach_in_and(const AndQuery& all) {
    for (const QueryPtr& child : all.children) {
        const auto* exclusion = std::get_if<NotQuery>(&child->node);
        if (auto breach = find_breach(exclusion != nullptr ? *exclusion->child : *child))
            return breach;
    }
    return std::nullopt;
}

}  // namespace

bool only_excludes(const Query& query) {
    if (std::holds_alternative<NotQuery>(query.node)) return true;
    const auto* all = std::get_if<AndQuery>(&query.node);
    return all != nullptr &&
           std::all_of(all->children.begin(), all->children.end(),
                       [](const QueryPtr& child) { return only_excludes(*child); });
}

std::optional<RuleBreach> find_breach(const Query& query) {
    if (only_excludes(query)) {
        return RuleBreach{query.column, "nothing to find: this only excludes",
                          "add a word that the articles must hold"};
    }
    if (const auto* either = std::get_if<OrQuery>(&query.node))
        return breach_in_or(either->children, "OR");
    if (const auto* one = std::get_if<XorQuery>(&query.node))
        return breach_in_or(one->children, "XOR");
    if (const auto* all = std::get_if<AndQuery>(&query.node)) return breach_in_and(*all);
    return std::nullopt;
}

}  // namespace sitrep
