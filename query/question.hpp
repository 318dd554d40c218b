// From a question's text to the tree that the searcher takes, with the words of the database's own
// analyzer.
#pragma once

#include "base/result.hpp"
#include "query/options.hpp"
#include "query/word_tables.hpp"
#include "search/query.hpp"
#include "search/query_repair.hpp"
#include "store/searcher.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// A question with the saved ones that `options` hold put in. What had to be put right goes to
/// `repairs`; null: that is refused.
Result<QueryPtr> parse_question(const QueryOptions& options, std::string_view text,
                                std::vector<QueryRepair>* repairs);

/// The question that `options` hold, parsed; what was put right in it is told on stderr, after
/// `qid` where it is one of a batch.
Result<QueryPtr> read_question(const QueryOptions& options, std::string_view text,
                               std::string_view qid = {});

/// What a database knows that questions need.
struct CorpusWords {
    Analyzer& analyzer;
    WordingSource& wordings;
    TermSource& terms;
    std::vector<std::string> roots;  ///< their paths
};
CorpusWords words_of_corpus(Searcher& searcher);

/// Gives a parsed question its terms, its patterns their forms, and other wordings where `tables`
/// want them; paths in it become those inside of roots. One that asks for more than kMaxQueryLeaves
/// terms is a BadQuery when it was typed; of plain words the surplus is left out.
Result<void> give_terms(Query& query, std::string_view text, bool plain_words,
                        const CorpusWords& corpus, WordTables& tables);

/// Patterns that stand for more words than are asked for, on stderr.
void tell_cut_patterns(const Query& query);

/// Whether anything in the analysed question can be searched for: `*` and `&` cannot.
bool asks_for_something(const Query& query);

/// give_terms() and what is to be told of it on stderr; a question that asks for nothing is a
/// BadQuery.
Result<void> prepare(Query& query, std::string_view text, Searcher& searcher, WordTables& tables);

}  // namespace sitrep
