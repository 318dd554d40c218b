// Why is this a hit? Our own highlighter: it analyses the stored text with the index's analyzer and
// marks by token offsets, so that `f35` marks "F‑35" and the original spelling stays.
#pragma once

#include "model/hit.hpp"
#include "search/query.hpp"
#include "text/analyzer.hpp"

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace sitrep {

struct SnippetOptions {
    std::size_t max_fragments = 3;
    std::size_t target_bytes =
        300;  ///< of all fragments together; a sentence may run a little over
};

/// Holds the words of one analysed question; serves any number of articles.
class Highlighter {
  public:
    /// Words under a NOT are not marked. `query` is read now and not kept.
    Highlighter(const Query& query, Analyzer& analyzer, SnippetOptions options = {});

    /// The best one to three fragments of the article's running text, cut at sentence bounds where
    /// these are near; fragments of the section that a `section:` names are preferred. Without a
    /// match in the text: the beginning of it (or of that section).
    Snippet snippet(const Article& article) const;

    /// Matched words of a text (a headline) whose stems are of `language`: stemming_language().
    std::vector<ByteRange> highlights(std::string_view text,
                                      const std::string& language = "en") const;

  private:
    struct Words;
    std::shared_ptr<const Words> words_;
    Analyzer* analyzer_;
    SnippetOptions options_;
};

}  // namespace sitrep
