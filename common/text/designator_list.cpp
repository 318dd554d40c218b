#include "text/designator_list.hpp"

#include "base/utf8.hpp"
#include "model/facets.hpp"

#include <algorithm>

namespace sitrep {
namespace {

constexpr std::size_t kMostEntries = 1000;

/// Dashes (U+2010..U+2015, U+2212) as `-`, no-break and narrow blanks as a blank; without a
/// parenthesis that only closes: "Carrier Air Wing (CVW) 17" names a `CVW 17`.
std::string plain_spelling(std::string_view spelling) {
    std::string out;
    for (std::size_t at = 0; at < spelling.size();) {
        const utf8::CodePoint point = utf8::decode(spelling, at);
        const char32_t c = point.value;
        if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) {
            out += '-';
        } else if (c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F) {
            out += ' ';
        } else if (c == ')' && out.find('(') == std::string::npos) {
            // closes what began before the name
        } else {
            out += spelling.substr(at, point.length);
        }
        at += point.length;
    }
    return facet_name(out);
}

/// `DDG(X` ends at its last word.
std::string closed(std::string spelling) {
    const std::size_t open = spelling.rfind('(');
    if (open != std::string::npos && spelling.find(')', open) == std::string::npos) spelling += ')';
    return spelling;
}

/// `F-35As` and `F-35A's` are an F-35A: a plural or a genitive that the term is without.
std::string singular(std::string spelling, std::string_view term) {
    if (!spelling.ends_with('s') || term.ends_with('s')) return spelling;
    spelling.pop_back();
    for (const std::string_view apostrophe : {"'", "’"}) {
        if (spelling.ends_with(apostrophe)) spelling.resize(spelling.size() - apostrophe.size());
    }
    return spelling;
}

}  // namespace

void DesignatorList::add(std::string_view term, std::string_view spelling) {
    auto found = entries_.find(term);
    if (found == entries_.end()) {
        if (entries_.size() == kMostEntries) return;
        found = entries_.emplace(term, Entry{closed(singular(plain_spelling(spelling), term)), 0})
                    .first;
    }
    ++found->second.times;
}

std::vector<std::string> DesignatorList::names() const {
    std::vector<const Entry*> order;
    for (const auto& [term, entry] : entries_) order.push_back(&entry);
    std::stable_sort(order.begin(), order.end(),
                     [](const Entry* a, const Entry* b) { return a->times > b->times; });
    if (order.size() > kMostNames) order.resize(kMostNames);
    std::vector<std::string> names;
    names.reserve(order.size());
    for (const Entry* entry : order) names.push_back(entry->spelling);
    return names;
}

}  // namespace sitrep
