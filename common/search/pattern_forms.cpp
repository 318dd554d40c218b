#include "search/pattern_forms.hpp"

#include "base/edit_distance.hpp"
#include "search/query_pattern.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

namespace sitrep {
namespace {

void find_forms(PatternQuery& pattern, TermSource& terms) {
    if (pattern.pattern.empty()) return;
    const EditDistance distance(pattern.pattern, pattern.edits);
    const auto edits = [&](std::string_view term) {
        return pattern.edits > 0 ? distance.of(term).value_or(pattern.edits + 1) : 0;
    };
    if (pattern.edits > 0) {
        pattern.forms = terms.terms(pattern.field, "", near_words(distance));
    } else {
        const std::string beginning =
            pattern.pattern.substr(0, pattern.pattern.find_first_of("*?"));
        pattern.forms =
            terms.terms(pattern.field, beginning, [&](std::string_view term) -> WordVerdict {
                return {fits_pattern(term, pattern.pattern), 0};
            });
    }
    std::stable_sort(pattern.forms.begin(), pattern.forms.end(),
                     [&](const PatternForm& a, const PatternForm& b) {
                         return std::tuple(edits(a.term), b.articles) <
                                std::tuple(edits(b.term), a.articles);
                     });
    const bool is_exact = field_row(pattern.field).kind == FieldKind::Exact;
    const std::size_t most = is_exact ? kMaxExactForms : kMaxPatternForms;
    if (pattern.forms.size() <= most) return;
    pattern.left_out = pattern.forms.size() - most;
    pattern.forms.resize(most);
}

}  // namespace

void find_pattern_forms(Query& query, TermSource& terms) {
    if (auto* pattern = std::get_if<PatternQuery>(&query.node)) find_forms(*pattern, terms);
    each_child(query, [&](Query& child) { find_pattern_forms(child, terms); });
}

}  // namespace sitrep
