#include "query/suggestion.hpp"

#include "base/utf8.hpp"
#include "query/question.hpp"
#include "search/query_parser.hpp"
#include "search/spelling.hpp"

namespace sitrep {

std::string better_question(const QueryOptions& options, const Query& query, std::uint64_t hits,
                            Searcher& searcher, WordTables& tables) {
    if (hits >= kFewHits || !options.like.empty()) return {};
    const std::string suggestion =
        suggested_question(utf8::repaired(options.question), query, searcher.terms());
    if (suggestion.empty()) return {};
    std::vector<QueryRepair> repairs;  // told already
    const Result<QueryPtr> other = parse_query(suggestion, today(), {&repairs, options.saved});
    if (!other || !give_terms(**other, suggestion, false, words_of_corpus(searcher), tables))
        return {};
    const Result<HitList> found = searcher.count(**other);
    return found && found->total_with_all > hits ? suggestion : std::string();
}

}  // namespace sitrep
