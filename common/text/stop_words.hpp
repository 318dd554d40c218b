// Words too common to ask for: dropped from plain questions, never from phrases or from the index.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>
#include <unordered_set>

namespace sitrep {

class StopWords {
  public:
    StopWords() = default;
    /// One folded word a line; `#` begins a comment.
    static StopWords parse(std::string_view text);
    /// The list that ships with Sitrep, `stopwords/en.txt`.
    static Result<StopWords> load_shipped();

    bool contains(std::string_view term) const { return words_.contains(std::string(term)); }

  private:
    std::unordered_set<std::string> words_;
};

}  // namespace sitrep
