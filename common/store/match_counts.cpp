#include "store/match_counts.hpp"

#include <memory>
#include <unordered_map>

namespace sitrep {
namespace {

using Spies = std::map<Slot, std::unique_ptr<Xapian::ValueCountMatchSpy>>;

ValueCounts counts_of(const Xapian::ValueCountMatchSpy& spy) {
    ValueCounts counts;
    for (auto value = spy.values_begin(); value != spy.values_end(); ++value)
        counts.emplace_back(*value, value.get_termfreq());
    return counts;
}

}  // namespace

MatchCounts count_values(const Xapian::Database& database, const Xapian::Query& query,
                         const std::vector<Slot>& slots) {
    Spies spies;
    Xapian::Enquire enquire(database);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
    enquire.set_query(query);
    for (const Slot slot : slots) {
        auto& spy = spies[slot];
        if (spy) continue;
        spy = std::make_unique<Xapian::ValueCountMatchSpy>(static_cast<Xapian::valueno>(slot));
        enquire.add_matchspy(spy.get());
    }
    const Xapian::MSet matches = enquire.get_mset(0, 0, database.get_doccount());
    MatchCounts counts;
    counts.articles = matches.get_matches_estimated();  // exact: all were looked at
    for (const auto& [slot, spy] : spies) counts.slots.emplace(slot, counts_of(*spy));
    return counts;
}

ValueCounts count_all_values(const Xapian::Database& database, Slot slot) {
    const auto number = static_cast<Xapian::valueno>(slot);
    std::unordered_map<std::string, std::uint64_t> counts;
    for (auto value = database.valuestream_begin(number); value != database.valuestream_end(number);
         ++value)
        ++counts[*value];
    return {counts.begin(), counts.end()};
}

}  // namespace sitrep
