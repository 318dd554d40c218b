#include "store/word_order.hpp"

#include "search/query_units.hpp"

#include <array>
#include <string>
#include <utility>
#include <variant>

namespace sitrep::word_order {
namespace {

using Op = Xapian::Query;

/// What is asked for side by side, runs of words one by one.
std::vector<const Query*> words_of(const std::vector<const Query*>& asked) {
    std::vector<const Query*> words;
    for (const Query* query : asked) {
        if (const auto* run = std::get_if<RunQuery>(&query->node)) {
            for (const QueryPtr& word : run->words) words.push_back(word.get());
        } else {
            words.push_back(query);
        }
    }
    return words;
}

/// The term of a plain word without a field that some article holds, else nothing.
std::string plain_term(const Query& query, const KnownTerms& terms) {
    const auto* word = std::get_if<WordQuery>(&query.node);
    if (word == nullptr || word->field != Field::Body || is_stop_word(*word)) return {};
    if (word->units.size() != 1 || !is_plain_word(word->units.front())) return {};
    const std::string& term = word->units.front().words.front().term;
    return terms.holds(term) ? term : std::string();
}

}  // namespace

std::vector<Op> side_by_side(const std::vector<const Query*>& asked, const KnownTerms& terms) {
    constexpr double kShare = 0.25;
    std::vector<Op> pairs;
    std::string last;
    for (const Query* query : words_of(asked)) {
        std::string next = plain_term(*query, terms);
        if (!last.empty() && !next.empty() && last != next) {
            const std::array<std::string, 2> both = {last, next};
            pairs.emplace_back(Op::OP_PHRASE, both.begin(), both.end(), 2);
        }
        last = std::move(next);
    }
    const double share = kShare / static_cast<double>(pairs.size());
    for (Op& pair : pairs) pair = Op(Op::OP_SCALE_WEIGHT, pair, share);
    return pairs;
}

Op headline(const std::vector<const Query*>& asked, const WordCompiler& compiler) {
    constexpr std::size_t kFewest = 4;
    constexpr std::size_t kMost = 40;
    const std::vector<const Query*> words = words_of(asked);
    if (words.size() < kFewest || words.size() > kMost) return {};
    std::vector<QueryUnit> units;
    for (const Query* query : words) {
        const auto* word = std::get_if<WordQuery>(&query->node);
        if (word == nullptr || word->field != Field::Body) return {};
        units.insert(units.end(), word->units.begin(), word->units.end());
    }
    return compiler.headline(units);
}

}  // namespace sitrep::word_order
