#include "store/hit_account.hpp"

#include "model/index_document.hpp"
#include "store/query_compiler.hpp"
#include "store/ranking.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace sitrep {
namespace {

constexpr std::uint64_t kRanked = 1000;

/// What a term of the index is to people; nothing of those that only help to find phrases.
std::optional<HeldTerm> readable(std::string_view term) {
    HeldTerm held;
    if (term.starts_with(kExactNamePrefix)) {
        held.term = term.substr(kExactNamePrefix.size());
        held.field = "exact name";
        return held;
    }
    for (const std::string_view helper :
         {kSpanStartPrefix, kSpanInsidePrefix, std::string_view("XT")}) {
        if (term.starts_with(helper)) return std::nullopt;
    }
    held.is_stem = term.starts_with('Z');
    if (held.is_stem) term.remove_prefix(1);
    std::size_t longest = 0;
    for (const FieldRow& row : kFields) {
        if (row.prefix.size() <= longest || !term.starts_with(row.prefix)) continue;
        longest = row.prefix.size();
        held.field = row.name;
    }
    held.term = term.substr(longest);
    return held;
}

/// Asks about one document.
class Witness {
  public:
    Witness(const Xapian::Database& database, Xapian::docid id, const std::string& unique_term)
        : database_(database), id_(id), unique_term_(unique_term) {}

    /// What `query` weighs in it; nothing where it does not match.
    std::optional<double> weight(const RankedQuery& query) const {
        if (query.asked.empty()) return std::nullopt;
        Xapian::Enquire enquire(database_);
        enquire.set_weighting_scheme(weighting());
        enquire.set_query(query.among(Xapian::Query(unique_term_)).whole());
        const Xapian::MSet found = enquire.get_mset(0, 1, database_.get_doccount());
        if (found.empty()) return std::nullopt;
        return found.begin().get_weight();
    }

    PartAccount part(const QueryPart& asked) const {
        PartAccount account{asked.text, asked.role, false, 0, held(asked.query), {}};
        const std::optional<double> found = weight({asked.query, {}});
        account.matches = found.has_value();
        if (asked.role == PartRole::Weighs) account.weight = found.value_or(0);
        for (const QueryPart& wording : asked.wordings) {
            PartAccount other = part(wording);
            if (other.matches) account.wordings.push_back(std::move(other));
        }
        return account;
    }

  private:
    std::vector<HeldTerm> held(const Xapian::Query& query) const {
        std::vector<HeldTerm> terms;
        auto in_article = database_.termlist_begin(id_);
        const auto end = database_.termlist_end(id_);
        for (const std::string& term : sorted_terms(query)) {
            in_article.skip_to(term);
            if (in_article == end) break;
            if (*in_article != term) continue;
            std::optional<HeldTerm> one = readable(term);
            if (!one) continue;
            one->times = in_article.get_wdf();
            one->articles = database_.get_termfreq(term);
            terms.push_back(*std::move(one));
        }
        return terms;
    }

    static std::vector<std::string> sorted_terms(const Xapian::Query& query) {
        std::vector<std::string> terms(query.get_terms_begin(), query.get_terms_end());
        std::sort(terms.begin(), terms.end());
        terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
        return terms;
    }

    const Xapian::Database& database_;
    Xapian::docid id_;
    const std::string& unique_term_;
};

}  // namespace

HitAccount account_for(const Xapian::Database& database, Xapian::docid id,
                       const std::string& unique_term, const Query& query,
                       const SearchOptions& options, Analyzer& analyzer) {
    SearchOptions ranked = options;
    ranked.offset = 0;
    ranked.limit = kRanked;
    const Ranking ranking = rank(database, query, ranked, analyzer);
    const Witness witness(database, id, unique_term);
    HitAccount account;
    const std::optional<double> score = witness.weight(ranking.query);
    account.matches = score.has_value();
    account.score = score.value_or(0);
    const auto& hits = ranking.hits;
    const auto hit =
        std::find_if(hits.begin(), hits.end(), [id](const RankedHit& one) { return one.id == id; });
    if (hit != hits.end()) account.rank = static_cast<std::uint64_t>(hit - hits.begin()) + 1;

    const QueryParts parts =
        parts_of(query, database, !ranking.optional_words.empty(), options.boosts);
    double sum = 0;
    for (const QueryPart& asked : parts.asked) {
        account.parts.push_back(witness.part(asked));
        sum += account.parts.back().weight;
    }
    for (const Xapian::Query& pair : parts.side_by_side)
        account.side_by_side += witness.weight({pair, {}}).value_or(0);
    if (!parts.headline.empty())
        account.headline = witness.weight({parts.headline, {}}).value_or(0);
    if (ranking.optional_words.size() > 1 || !ranking.learnt_words.empty())
        account.every_word = witness.weight({parts.every_word, {}}).value_or(0);
    account.rest =
        account.score - sum - account.side_by_side - account.headline - account.every_word;
    return account;
}

}  // namespace sitrep
