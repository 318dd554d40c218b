// The word lists that questions are read with.
#pragma once

#include "base/result.hpp"
#include "query/options.hpp"
#include "search/vocabulary.hpp"
#include "text/stop_words.hpp"

#include <string>
#include <vector>

namespace sitrep {

struct WordTables {
    StopWords stop_words;
    Vocabulary vocabulary;
    std::vector<std::string> languages = {};  ///< whose stems the database holds besides English
    bool expand = true;                       ///< whether questions look for other wordings too
};

/// The lists that ship, and the user's vocabulary: the file that `options` name, else
/// sitrep/vocabulary.tsv in the user's configuration folder where that is there. Errors name the
/// file, and its line when that cannot be read.
Result<WordTables> load_word_tables(const QueryOptions& options);

}  // namespace sitrep
