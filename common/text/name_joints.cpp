#include "text/name_joints.hpp"

#include "base/strings.hpp"
#include "text/designator_items.hpp"
#include "text/designator_prefix.hpp"
#include "text/name_lists.hpp"

namespace sitrep {

using namespace name_lists;

namespace {

NameJoints joints_of_letters(std::string_view raw, std::string_view term) {
    NameJoints joints;
    const bool possessive = raw.ends_with('s') && !term.ends_with('s');
    const bool is_short = term.size() < 4 && !is_word_before_number(term);
    const bool is_hull = term.size() == 4 && is_capitals(raw);
    if (!possessive && (is_short || is_hull || is_long_prefix(term) || term == "mark"))
        joints.begins |= NameJoints::kNumbered;
    if (!possessive && is_letters(term, 2, 6) &&
        (is_capitals(raw) || canonical_prefix(term) == "mk"))
        joints.begins |= NameJoints::kRoman;
    if (!possessive && is_upgraded_word(raw, term)) joints.begins |= NameJoints::kUpgraded;
    if (term == "fiscal" || term == "fy" || term == "year") joints.begins |= NameJoints::kFiscal;
    if (term == "year") joints.follows |= NameJoints::kFiscal;
    if (term == "sep") joints.begins |= NameJoints::kSuffixed;
    if (!suffix_word(term).empty()) {
        joints.follows |= NameJoints::kSuffixed;
        joints.begins |= NameJoints::kNumbered | NameJoints::kRoman;
    }
    if (!unit_of(term).empty() || !scale_of(term).empty() || !short_scale_of(term).empty())
        joints.follows |= NameJoints::kCounted;
    if (term == "x") {
        joints.follows |= NameJoints::kCounted;
        joints.begins |= NameJoints::kTimes;
    }
    const bool is_one_or_five = (term[0] == 'i' || term[0] == 'v') && term.size() < 3;
    if (arabic_of(term) || is_one_or_five) joints.follows |= NameJoints::kRoman;
    if (term.size() == 1 && is_capitals(raw)) joints.follows |= NameJoints::kVaried;
    return joints;
}

}  // namespace

NameJoints name_joints(std::string_view raw, std::string_view term) {
    if (term.empty()) return {};
    const std::size_t letters = run_length(term, 0, is_ascii_alpha);
    if (letters == term.size()) {
        const bool dotted = raw.find('.') != std::string_view::npos;
        return dotted ? NameJoints() : joints_of_letters(raw, term);
    }
    NameJoints joints;
    if (is_ascii_digit(term[0])) {
        joints.begins = NameJoints::kCounted | NameJoints::kVaried;
        joints.follows = NameJoints::kTimes;
        if (read_item({raw, term, Gap::Other})) joints.follows |= NameJoints::kNumbered;
        if (is_upgraded_mark(term) || term.size() == 1) joints.follows |= NameJoints::kUpgraded;
        if (fiscal_year(term)) joints.follows |= NameJoints::kFiscal;
    } else if (letters > 0) {
        joints.begins = NameJoints::kSuffixed;
        if (!suffix_word(term.substr(0, letters)).empty() || version_number(term))
            joints.follows |= NameJoints::kSuffixed;
        if (is_upgrade(raw, term)) joints.follows |= NameJoints::kVaried;
    }
    return joints;
}

}  // namespace sitrep
