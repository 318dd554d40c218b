#include "store/sampling.hpp"

#include "base/hash.hpp"
#include "model/index_document.hpp"

#include <queue>
#include <utility>

namespace sitrep {
namespace {

/// All that match, by ascending number.
Xapian::MSet all_matches(const Xapian::Database& database, const Xapian::Query& query) {
    Xapian::Enquire enquire(database);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    enquire.set_query(query);
    return enquire.get_mset(0, database.get_doccount());
}

}  // namespace

Drawn draw_sample(const Xapian::Database& database, const Xapian::Query& query,
                  const Sample& sample) {
    constexpr std::size_t kDayBytes = 8;  // before the unique term
    // What weighs by itself (every word first, recency) would put them in another order.
    const Xapian::MSet matches =
        all_matches(database, Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query, 0));
    std::priority_queue<std::pair<std::uint64_t, std::string>> least;
    auto order = database.valuestream_begin(static_cast<Xapian::valueno>(Slot::Order));
    for (auto match = matches.begin(); match != matches.end(); ++match) {
        order.skip_to(*match);
        std::string term = (*order).substr(kDayBytes);
        const std::uint64_t hash = hash_64(term, sample.seed);
        if (least.size() == sample.size && hash > least.top().first) continue;
        least.emplace(hash, std::move(term));
        if (least.size() > sample.size) least.pop();
    }
    Drawn drawn{{}, matches.size()};
    for (; !least.empty(); least.pop()) drawn.unique_terms.push_back(least.top().second);
    return drawn;
}

}  // namespace sitrep
