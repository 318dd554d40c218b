#include "query/like.hpp"

#include "base/file.hpp"
#include "base/strings.hpp"
#include "query/article_line.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep {
namespace {

struct LikedArticle {
    Article article;
    std::string unique_term;  ///< empty: it is not taken from the database
};

Result<std::optional<LikedArticle>> given_article() {
    const Result<std::string> line = read_stream("-", kMaxArticleLine);
    if (!line) return line.error();
    Result<Article> article = parse_article_line(*line);
    if (!article) return article.error();
    return std::optional(LikedArticle{*std::move(article), {}});
}

Result<std::optional<LikedArticle>> article_named(const std::string& name, Searcher& searcher) {
    Result<std::vector<FoundArticle>> found = searcher.find(name);
    if (!found) return found.error();
    if (found->empty()) return std::optional<LikedArticle>();
    FoundArticle& first = found->front();
    return std::optional(LikedArticle{std::move(first.article), std::move(first.unique_term)});
}

}  // namespace

Result<std::optional<LikeQuestion>> question_like(const std::string& name,
                                                  const StopWords& stop_words, Searcher& searcher) {
    constexpr std::size_t kWords = 25;
    const auto liked = name == "-" ? given_article() : article_named(name, searcher);
    if (!liked) return liked.error();
    if (!*liked) return std::optional<LikeQuestion>();
    const Result<std::vector<TellingWord>> words =
        searcher.telling_words((*liked)->article, !(*liked)->unique_term.empty(), stop_words);
    if (!words) return words.error();
    std::vector<std::string> terms;
    for (std::size_t i = 0; i < std::min(words->size(), kWords); ++i)
        terms.push_back(fmt::format("{}^{:.2f}", (*words)[i].term, (*words)[i].emphasis));
    return std::optional(LikeQuestion{join(terms, " OR "), (*liked)->unique_term});
}

}  // namespace sitrep
