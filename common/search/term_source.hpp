// The words that the articles hold, for what a question cannot know: which words fit a pattern, and
// which was meant by a misspelled one.
#pragma once

#include "search/query.hpp"

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace sitrep {

class TermSource {
  public:
    TermSource() = default;
    TermSource(const TermSource&) = delete;
    TermSource& operator=(const TermSource&) = delete;
    virtual ~TermSource() = default;

    /// Words and names of `field` that begin with `beginning` and of which `is_wanted` is true, in
    /// the order of bytes. An empty beginning reads the whole list: a tenth of a second for a
    /// million words.
    virtual std::vector<PatternForm> terms(
        Field field, std::string_view beginning,
        const std::function<bool(std::string_view)>& is_wanted) = 0;

    /// How many articles hold the word, in this form or another of its stem's.
    virtual std::uint64_t articles_with(Field field, const QueryTerm& word) = 0;
};

}  // namespace sitrep
