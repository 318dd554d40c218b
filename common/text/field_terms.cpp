#include "text/field_terms.hpp"

#include "text/name.hpp"

#include <algorithm>
#include <functional>

namespace sitrep {
namespace {

/// They are, but for names that stand inside one another.
void put_in_order(Positions& positions) {
    const auto out_of_order =
        std::adjacent_find(positions.begin(), positions.end(), std::greater_equal<>());
    if (out_of_order == positions.end()) return;
    std::sort(positions.begin(), positions.end());
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
}

}  // namespace

void TermBag::add(std::string_view term, std::uint32_t position) {
    Entry& found = entry(term);
    ++found.wdf;
    place(found, position);
}

void TermBag::move_to(Terms& out) {
    const std::size_t base = out.size();
    for (const Entry& from : entries_) {
        if (out.size() > kMaxDocumentTerms) break;
        out.emplace_back(prefix_ + std::string(terms_[from.number]), TermEntry{from.wdf, {}});
        out.back().second.positions.reserve(from.positions);
    }
    for (const Place& place : places_) {
        if (base + place.number < out.size())
            out[base + place.number].second.positions.push_back(place.position);
    }
    for (std::size_t i = base; i < out.size(); ++i) put_in_order(out[i].second.positions);
}

TermBag::Entry& TermBag::entry(std::string_view term) {
    const std::uint32_t number = terms_.number(term);
    if (number == entries_.size()) entries_.push_back({number});
    return entries_[number];
}

void TermBag::place(Entry& found, std::uint32_t position) {
    ++found.positions;
    places_.push_back({found.number, position});
}

FieldTerms::FieldTerms(const std::string& prefix)
    : exact_(prefix),
      stems_("Z" + prefix),
      starts_(std::string(kSpanStartPrefix) + prefix),
      insides_(std::string(kSpanInsidePrefix) + prefix) {
    for (std::size_t words = 2; words <= kMaxNameWords; ++words)
        ends_.emplace_back(span_end_prefix(words) + prefix);
}

void FieldTerms::add(const std::vector<Token>& tokens) {
    std::uint32_t end = next_;
    for (const Token& token : tokens) {
        add_exact(token, next_ + token.position);
        if (token.stem != token.term) stems_.add(token.stem);
        end = std::max(end, next_ + token.position + token.width);
    }
    next_ = end;
}

void FieldTerms::move_to(Terms& out) {
    for (TermBag* bag : {&exact_, &stems_, &starts_, &insides_}) bag->move_to(out);
    for (TermBag& bag : ends_) bag.move_to(out);
}

void FieldTerms::add_exact(const Token& token, std::uint32_t position) {
    if (token.width == 1) return exact_.add(token.term, position);
    exact_.add(token.term);
    const std::uint32_t last = position + token.width - 1;
    starts_.mark(token.term, position);
    for (++position; position < last; ++position) insides_.mark(token.term, position);
    ends_[token.width - 2U].mark(token.term, last);
}

}  // namespace sitrep
