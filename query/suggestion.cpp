#include "query/suggestion.hpp"

#include "base/utf8.hpp"
#include "query/question.hpp"
#include "search/query_parser.hpp"
#include "search/query_units.hpp"
#include "search/spelling.hpp"

#include <utility>

namespace sitrep {
namespace {

/// How many articles hold all words of a question, and how many some: in this order they tell which
/// question finds more.
using Found = std::pair<std::uint64_t, std::uint64_t>;

Found found_by(const HitList& list) { return {list.total_with_all, list.total}; }

/// Nothing where it cannot be asked.
Found found_by(const std::string& question, const SavedQuestions& saved, Searcher& searcher,
               WordTables& tables) {
    std::vector<QueryRepair> repairs;  // told already
    const Result<QueryPtr> query = parse_query(question, today(), {&repairs, saved});
    if (!query || !give_terms(**query, question, false, words_of_corpus(searcher), tables))
        return {};
    const Result<HitList> found = searcher.count(**query);
    return found ? found_by(*found) : Found();
}

}  // namespace

std::string better_question(const QueryOptions& options, const Query& query, const HitList& list,
                            Searcher& searcher, WordTables& tables) {
    std::string best;
    if (list.total_with_all >= kFewHits || !options.like.empty()) return best;
    const CorpusWords corpus = words_of_corpus(searcher);
    const auto is_known = [&](const QueryUnit& unit) {
        return !tables.vocabulary.synonyms(vocabulary_key({unit}), corpus.analyzer).empty() ||
               !corpus.acronyms.meanings_of(name_of(unit)).empty();
    };
    Found most = found_by(list);
    for (std::string& other :
         suggested_questions(utf8::repaired(options.question), query, searcher.terms(), is_known)) {
        const Found found = found_by(other, options.saved, searcher, tables);
        if (found <= most) continue;
        most = found;
        best = std::move(other);
    }
    return best;
}

}  // namespace sitrep
