#include "store/ranking.hpp"

#include "model/index_document.hpp"
#include "store/recency.hpp"
#include "store/sampling.hpp"
#include "store/word_compiler.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace sitrep {
namespace {

/// How many articles must hold every word for the rest not to be asked for. Below it the answer
/// goes on with articles that hold some of the words, after all that hold every one.
constexpr Xapian::doccount kEnough = 300;
/// With feedback, whose further words are for the articles that hold none of the question's.
constexpr Xapian::doccount kEnoughFedBack = 1000;
/// Totals up to here are exact; above, Xapian may estimate.
constexpr Xapian::doccount kExactTotal = 10'000;
/// The same where some hold nothing but words that nobody asked for.
constexpr Xapian::doccount kExactFedBack = 1000;
/// So many exactly equal weights are a run of their own: to see its end would cost more matches.
constexpr Xapian::doccount kLongRun = 1000;

Xapian::doccount clipped(std::uint64_t number) {
    constexpr std::uint64_t kMost = std::numeric_limits<Xapian::doccount>::max() / 4;
    return static_cast<Xapian::doccount>(std::min(number, kMost));
}

class Ranker {
  public:
    Ranker(const Xapian::Database& database, const SearchOptions& options)
        : database_(database), options_(options) {}

    Ranking first(const CompiledQuery& compiled, std::uint64_t offset, std::uint64_t limit) const {
        Ranking ranking;
        list(ranking, compiled.strict, offset, limit);
        ranking.total_with_all = ranking.total;
        if (compiled.can_relax() && ranking.total < (options_.fills_up() ? kEnough : 1)) {
            list(ranking, compiled.relaxed, offset, limit);
            ranking.optional_words = compiled.optional_words;
        }
        return ranking;
    }

    /// Fills in the hits and the total of `query`, which is exact up to `counted`.
    void list(Ranking& ranking, const RankedQuery& query, std::uint64_t offset, std::uint64_t limit,
              Xapian::doccount counted = kExactTotal) const {
        ranking.query = query;
        const Xapian::doccount begin = clipped(offset);
        const Xapian::doccount end = begin + clipped(limit);
        if (options_.sort == SortOrder::Oldest) {
            list_oldest(ranking, query, end, counted);
        } else {
            list_best(ranking, query.whole(), begin, end, counted);
        }
        auto& hits = ranking.hits;
        hits.resize(std::min<std::size_t>(hits.size(), end));
        hits.erase(hits.begin(),
                   hits.begin() +
                       std::min<std::ptrdiff_t>(begin, static_cast<std::ptrdiff_t>(hits.size())));
    }

  private:
    void list_best(Ranking& ranking, const Xapian::Query& query, Xapian::doccount begin,
                   Xapian::doccount end, Xapian::doccount counted) const {
        // A run of equal weights must be seen whole to be put in order: so the hit behind it, too.
        const bool is_in_order = options_.sort == SortOrder::Newest || begin == end;
        for (Xapian::doccount seen = is_in_order ? end : end + 1;; seen = 2 * seen + kLongRun) {
            const Xapian::MSet set = match(query, seen, counted);
            clear(ranking);
            add(ranking, set);
            if (is_in_order || settle(ranking.hits, end, set, set.size() < seen)) break;
        }
    }

    /// Slot::Order has those without a day before all others.
    void list_oldest(Ranking& ranking, const RankedQuery& query, Xapian::doccount end,
                     Xapian::doccount counted) const {
        const Xapian::Query dated(Xapian::Query::OP_VALUE_GE,
                                  static_cast<Xapian::valueno>(Slot::Date), "0");
        clear(ranking);
        for (const RankedQuery& part : {query.among(dated), query.without(dated)}) {
            const auto found = static_cast<Xapian::doccount>(ranking.hits.size());
            add(ranking, match(part.whole(), end - found, counted));
        }
    }

    static void clear(Ranking& ranking) {
        ranking.hits.clear();
        ranking.total = 0;
        ranking.total_is_estimate = false;
    }

    static void add(Ranking& ranking, const Xapian::MSet& set) {
        ranking.total += set.get_matches_estimated();
        ranking.total_is_estimate |= set.get_matches_lower_bound() != set.get_matches_upper_bound();
        for (auto item = set.begin(); item != set.end(); ++item)
            ranking.hits.push_back({*item, item.get_weight()});
    }

    Xapian::MSet match(const Xapian::Query& query, Xapian::doccount count,
                       Xapian::doccount counted) const {
        constexpr auto kOrder = static_cast<Xapian::valueno>(Slot::Order);
        Xapian::Enquire enquire(database_);
        enquire.set_weighting_scheme(weighting());
        if (options_.sort == SortOrder::Relevance) {
            enquire.set_sort_by_relevance_then_value(kOrder, true);
        } else {
            enquire.set_sort_by_value(kOrder, options_.sort == SortOrder::Newest);
        }
        enquire.set_query(query);
        // Over several databases every match is weighed. Where Xapian 1.4 leaves some out for their
        // low weight, it loses weights of others in all databases but the first.
        const bool all =
            database_.size() > 1 || (options_.exact_total && counted > 0) || takes_best(query);
        const Xapian::doccount checked = all ? database_.get_doccount() : counted;
        return enquire.get_mset(0, count, std::max(checked, count));
    }

    /// Puts runs of nearly equal weights in order; false where the run that holds the hit before
    /// `end` may go on behind the last one seen. Exactly equal ones are in order already: what sums
    /// in another sequence gives differs in the last bits only. A long run of these is left as it
    /// is, and so is what weighs nothing, or a filter alone would cost a list of all it finds.
    static bool settle(std::vector<RankedHit>& hits, std::size_t end, const Xapian::MSet& set,
                       bool all_seen) {
        constexpr double kNear = 1e-6;
        for (std::size_t begin = 0; begin < std::min(hits.size(), end);) {
            std::size_t behind = begin + 1;
            while (behind < hits.size() && hits[behind].weight == hits[begin].weight) ++behind;
            const std::size_t equal = behind - begin;
            if (hits[begin].weight > 0 && equal < kLongRun) {
                while (behind < hits.size() &&
                       hits[behind - 1].weight - hits[behind].weight <= kNear)
                    ++behind;
                if (behind == hits.size() && !all_seen) return false;
                if (behind - begin > equal) put_in_order(hits, begin, behind, set);
            }
            begin = behind;
        }
        return true;
    }

    static void put_in_order(std::vector<RankedHit>& hits, std::size_t begin, std::size_t end,
                             const Xapian::MSet& set) {
        std::vector<std::pair<std::string, RankedHit>> run;
        for (std::size_t i = begin; i < end; ++i)
            run.emplace_back(set[static_cast<Xapian::doccount>(i)].get_sort_key(), hits[i]);
        std::sort(run.begin(), run.end(),
                  [](const auto& a, const auto& b) { return a.first > b.first; });
        for (std::size_t i = begin; i < end; ++i) hits[i] = run[i - begin].second;
    }

    const Xapian::Database& database_;
    const SearchOptions& options_;
};

CompiledQuery compiled(const Xapian::Database& database, const Query& query,
                       const SearchOptions& options, const Xapian::Query& further) {
    CompiledQuery both = compile(query, database, options.boosts, further);
    if (options.without.empty()) return both;
    for (RankedQuery* one : {&both.strict, &both.relaxed})
        *one = one->without(Xapian::Query(options.without));
    return both;
}

/// The best articles, as a question says by itself.
std::vector<RankedHit> own_weights(std::vector<RankedHit> hits) {
    for (RankedHit& hit : hits) hit.weight = own_weight(hit.weight);
    return hits;
}

double most_weight(const std::vector<RankedHit>& hits) {
    double most = 0;
    for (const RankedHit& hit : hits) most = std::max(most, hit.weight);
    return most;
}

Ranking rank_all(const Xapian::Database& database, const Query& query, const SearchOptions& options,
                 Analyzer& analyzer) {
    const Ranker ranker(database, options);
    const CompiledQuery asked = compiled(database, query, options, {});
    if (options.feedback == 0 && !options.recency)
        return ranker.first(asked, options.offset, options.limit);

    constexpr std::uint64_t kFewest = 10;  // that tell what the best weigh
    Ranking ranking = ranker.first(asked, 0, std::max(options.feedback, kFewest));
    const std::vector<RankedHit> best = own_weights(ranking.hits);
    RankedQuery wanted = ranking.query;
    bool same_articles = true;
    if (options.feedback > 0 && !best.empty()) {
        const std::size_t learn_from = std::min<std::size_t>(best.size(), options.feedback);
        const std::size_t words = std::max<std::size_t>(1, asked.optional_words.size());
        Feedback feedback = learn_words(
            database, {best.begin(), best.begin() + static_cast<std::ptrdiff_t>(learn_from)}, words,
            [&analyzer](const std::string& word) { return analyzer.stem(word, "en"); });
        const CompiledQuery again = compiled(database, query, options, feedback.query);
        const bool is_relaxed = !again.optional_words.empty() &&
                                ranking.total_with_all < (options.fills_up() ? kEnoughFedBack : 1);
        wanted = is_relaxed ? again.relaxed : again.strict;
        if (is_relaxed) ranking.optional_words = again.optional_words;
        same_articles = !is_relaxed;
        ranking.learnt_words = std::move(feedback.stems);
    }
    if (options.recency) {
        constexpr double kShare = 0.5;
        wanted.gains.push_back(recency_query(*options.recency, kShare * most_weight(best)));
    }
    const Ranking first = ranking;
    ranker.list(ranking, wanted, options.offset, options.limit, same_articles ? 0 : kExactFedBack);
    if (same_articles && ranking.total_is_estimate) {
        ranking.total = std::max(first.total, options.offset + ranking.hits.size());
        ranking.total_is_estimate = first.total_is_estimate;
    }
    return ranking;
}

/// Drawn once it is known what is asked for in the end.
Ranking rank_sample(const Xapian::Database& database, const Query& query, SearchOptions options,
                    Analyzer& analyzer) {
    options.offset = options.limit = 0;
    options.exact_total = true;
    Ranking ranking = rank_all(database, query, options, analyzer);
    const Drawn drawn = draw_sample(database, ranking.query.asked, *options.sample);
    const auto& terms = drawn.unique_terms;
    const Xapian::Query among(Xapian::Query::OP_OR, terms.begin(), terms.end());
    Ranking listed;
    Ranker(database, options)
        .list(listed, ranking.query.among(among), 0, terms.size(), kExactTotal);
    ranking.hits = std::move(listed.hits);
    ranking.total = drawn.matching;
    ranking.total_is_estimate = false;
    return ranking;
}

}  // namespace

Xapian::BM25Weight weighting() {
    constexpr double kK1 = 1.5;
    constexpr double kK3 = 1;
    constexpr double kB = 0.55;
    constexpr double kMinNormalisedLength = 0.5;
    return Xapian::BM25Weight(kK1, 0, kK3, kB, kMinNormalisedLength);
}

Ranking rank(const Xapian::Database& database, const Query& query, const SearchOptions& options,
             Analyzer& analyzer) {
    return options.sample ? rank_sample(database, query, options, analyzer)
                          : rank_all(database, query, options, analyzer);
}

}  // namespace sitrep
