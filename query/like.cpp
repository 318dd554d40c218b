#include "query/like.hpp"

#include "base/strings.hpp"

#include <algorithm>

namespace sitrep {

Result<std::optional<LikeQuestion>> question_like(const std::string& name,
                                                  const StopWords& stop_words, Searcher& searcher) {
    constexpr std::size_t kWords = 25;
    const Result<std::vector<FoundArticle>> found = searcher.find(name);
    if (!found) return found.error();
    if (found->empty()) return std::optional<LikeQuestion>();
    const FoundArticle& article = found->front();
    const Result<std::vector<TellingWord>> words =
        searcher.telling_words(article.article, stop_words);
    if (!words) return words.error();
    std::vector<std::string> terms;
    for (std::size_t i = 0; i < std::min(words->size(), kWords); ++i)
        terms.push_back((*words)[i].term);
    return std::optional(LikeQuestion{join(terms, " OR "), article.unique_term});
}

}  // namespace sitrep
