// Articles like one: a question made of its most telling words.
#pragma once

#include "base/result.hpp"
#include "store/searcher.hpp"

#include <optional>
#include <string>

namespace sitrep {

struct LikeQuestion {
    std::string words;        ///< with OR between, in the question language; empty: none is telling
    std::string unique_term;  ///< of the article itself
};

/// `name` is an id or path as hits show it, or `-`: standard input holds the article, as
/// parse_article_line() reads it. None where no article has the name.
Result<std::optional<LikeQuestion>> question_like(const std::string& name,
                                                  const StopWords& stop_words, Searcher& searcher);

}  // namespace sitrep
