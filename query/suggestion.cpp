#include "query/suggestion.hpp"

#include "base/utf8.hpp"
#include "query/question.hpp"
#include "search/query_parser.hpp"
#include "search/spelling.hpp"

namespace sitrep {
namespace {

/// How many articles hold all words of such a question; 0 where it cannot be asked.
std::uint64_t hits_of(const std::string& question, const SavedQuestions& saved, Searcher& searcher,
                      WordTables& tables) {
    std::vector<QueryRepair> repairs;  // told already
    const Result<QueryPtr> query = parse_query(question, today(), {&repairs, saved});
    if (!query || !give_terms(**query, question, false, words_of_corpus(searcher), tables))
        return 0;
    const Result<HitList> found = searcher.count(**query);
    return found ? found->total_with_all : 0;
}

}  // namespace

std::string better_question(const QueryOptions& options, const Query& query, std::uint64_t hits,
                            Searcher& searcher, WordTables& tables) {
    std::string best;
    if (hits >= kFewHits || !options.like.empty()) return best;
    for (std::string& other :
         suggested_questions(utf8::repaired(options.question), query, searcher.terms())) {
        const std::uint64_t found = hits_of(other, options.saved, searcher, tables);
        if (found <= hits) continue;
        hits = found;
        best = std::move(other);
    }
    return best;
}

}  // namespace sitrep
