#include "store/ranking.hpp"

#include "model/index_document.hpp"

#include <algorithm>
#include <limits>

namespace sitrep {
namespace {

/// How many articles must hold every word for the rest not to be asked for. Below it the answer
/// goes on with articles that hold some of the words, after all that hold every one.
constexpr Xapian::doccount kEnough = 300;
/// Totals up to here are exact; above, Xapian may estimate.
constexpr Xapian::doccount kExactTotal = 10'000;

/// BM25; the parameters are between those that long and short texts like best. HACKING.md,
/// "Ranking".
Xapian::BM25Weight weighting() {
    constexpr double kK1 = 1.5;
    constexpr double kK3 = 1;
    constexpr double kB = 0.55;
    constexpr double kMinNormalisedLength = 0.5;
    return Xapian::BM25Weight(kK1, 0, kK3, kB, kMinNormalisedLength);
}

Xapian::doccount clipped(std::uint64_t number) {
    constexpr std::uint64_t kMost = std::numeric_limits<Xapian::doccount>::max() / 4;
    return static_cast<Xapian::doccount>(std::min(number, kMost));
}

Xapian::MSet match(const Xapian::Database& database, const Xapian::Query& query,
                   const SearchOptions& options) {
    constexpr auto kOrder = static_cast<Xapian::valueno>(Slot::Order);
    Xapian::Enquire enquire(database);
    enquire.set_weighting_scheme(weighting());
    if (options.sort == SortOrder::Date) {
        enquire.set_sort_by_value(kOrder, true);
    } else {
        enquire.set_sort_by_relevance_then_value(kOrder, true);
    }
    enquire.set_query(query);
    const Xapian::doccount first = clipped(options.offset);
    const Xapian::doccount count = clipped(options.limit);
    const Xapian::doccount checked = options.exact_total ? database.get_doccount() : kExactTotal;
    return enquire.get_mset(first, count, std::max(checked, first + count));
}

}  // namespace

Ranking rank(const Xapian::Database& database, const CompiledQuery& compiled,
             const SearchOptions& options) {
    Ranking ranking;
    ranking.query = compiled.strict;
    ranking.hits = match(database, compiled.strict, options);
    ranking.total_with_all = ranking.hits.get_matches_estimated();
    if (compiled.can_relax() && ranking.total_with_all < kEnough) {
        ranking.query = compiled.relaxed;
        ranking.hits = match(database, compiled.relaxed, options);
        ranking.optional_words = compiled.optional_words;
    }
    return ranking;
}

}  // namespace sitrep
