#include "store/sampling.hpp"

#include "base/hash.hpp"
#include "store/all_matches.hpp"

#include <queue>
#include <utility>

namespace sitrep {
Drawn draw_sample(const Xapian::Database& database, const Xapian::Query& query,
                  const Sample& sample) {
    const Xapian::MSet matches = all_matches(database, query);
    std::priority_queue<std::pair<std::uint64_t, std::string>> least;
    each_match(matches, [&](Xapian::docid, const std::string& order) {
        std::string term = unique_term_in(order);
        const std::uint64_t hash = hash_64(term, sample.seed);
        if (least.size() == sample.size && hash > least.top().first) return;
        least.emplace(hash, std::move(term));
        if (least.size() > sample.size) least.pop();
    });
    Drawn drawn{{}, matches.size()};
    for (; !least.empty(); least.pop()) drawn.unique_terms.push_back(least.top().second);
    return drawn;
}

}  // namespace sitrep
