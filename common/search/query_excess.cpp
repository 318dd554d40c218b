#include "search/query_excess.hpp"

#include "search/pattern_forms.hpp"
#include "search/query_units.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep {
namespace {

/// The lists of postings that are opened for it: a third of a millisecond each.
constexpr std::size_t kMostNearLists = 5000;
/// Each is a phrase of its own. store/near_windows
constexpr std::size_t kMostNearWindows = 256;

/// What an operand of words near one another is looked for by.
struct NearCost {
    std::size_t terms = 0;
    std::size_t phrases = 0;  ///< each a shape of its own; all words together are one
    bool has_words = false;

    void add(const Query& query) {
        if (const auto* pattern = std::get_if<PatternQuery>(&query.node)) {
            add_words(pattern->forms.size());
        } else if (const auto* word = std::get_if<WordQuery>(&query.node)) {
            add(word->units);
        } else if (const auto* phrase = std::get_if<PhraseQuery>(&query.node)) {
            add(phrase->units);
        }
        each_child(query, [this](const Query& child) { add(child); });
    }
    std::size_t shapes() const { return phrases + (has_words ? 1 : 0); }

  private:
    void add(const std::vector<QueryUnit>& units) {
        if (units.size() < 2) return add_words(units.empty() ? 0 : term_count(units.front()));
        ++phrases;
        terms += units.size();
    }
    void add_words(std::size_t count) {
        has_words = true;
        terms += count;
    }
};

bool is_too_wide(const NearQuery& near) {
    std::size_t orders = 1;
    std::size_t shapes = 1;
    std::size_t terms = 0;
    for (std::size_t i = 0; i < near.children.size(); ++i) {
        NearCost cost;
        cost.add(*near.children[i]);
        if (!near.in_order) orders *= i + 1;
        shapes *= std::max<std::size_t>(1, cost.shapes());
        terms += cost.terms;
    }
    return orders * shapes > kMostNearWindows || orders * shapes * terms > kMostNearLists;
}

}  // namespace

std::optional<QueryExcess> find_excess(const Query& query) {
    const auto* pattern = std::get_if<PatternQuery>(&query.node);
    if (pattern != nullptr && pattern->left_out > 0 &&
        field_row(pattern->field).kind == FieldKind::Exact) {
        return QueryExcess{query.column,
                           fmt::format("{} values fit this: {} at most",
                                       pattern->forms.size() + pattern->left_out, kMaxExactForms),
                           "say more of it, or name a folder: path:2015"};
    }
    const auto* near = std::get_if<NearQuery>(&query.node);
    if (near != nullptr && is_too_wide(*near)) {
        return QueryExcess{query.column, "too many words near one another, in too many orders",
                           near->in_order ? "ask with fewer words in each pair of brackets"
                                          : "ADJ asks for one order alone; or use fewer words"};
    }
    std::optional<QueryExcess> excess;
    each_child(query, [&](const Query& child) {
        if (!excess) excess = find_excess(child);
    });
    return excess;
}

}  // namespace sitrep
