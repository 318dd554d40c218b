#include "indexer/article_maker.hpp"

#include "base/strings.hpp"
#include "indexer/clean/cleaner.hpp"
#include "indexer/extract/extractor.hpp"
#include "indexer/extract/saved_page.hpp"
#include "indexer/given_facts.hpp"
#include "text/charset.hpp"
#include "text/language.hpp"

#include <utility>

namespace sitrep {

namespace {

/// Whether there is a story in running text: a crawl brings lists of stories and contact pages too.
bool tells_a_story(const Article& article) {
    constexpr std::size_t kMinWords = 40;
    constexpr std::size_t kMinParagraphWords = 10;
    std::size_t words = 0;
    for (const Section& section : article.sections) {
        for (const std::string& paragraph : section.paragraphs) {
            const std::size_t own = paragraph.starts_with("•") ? 0 : count_words(paragraph);
            if (own >= kMinParagraphWords) words += own;
        }
    }
    return words >= kMinWords;
}

}  // namespace

Result<Article> make_article(RawRecord record) {
    if (trimmed(record.bytes).empty()) return Error{ErrorCode::BadInput, "is empty"};
    if (looks_binary(record.bytes)) return Error{ErrorCode::BadInput, "is binary, not text"};
    Decoded decoded = decode(record.bytes, record.charset);
    record.bytes = {};
    if (record.format == Format::Html) {
        if (record.given.url.empty()) record.given.url = saved_from_url(decoded.text);
        decoded.text = without_data_urls(std::move(decoded.text));
    }
    Result<ExtractedPage> page =
        extract({std::move(record.origin), record.format, std::move(decoded.text),
                 std::move(decoded.charset), decoded.replaced});
    if (!page) return page.error();
    page->header = with_given(std::move(record.given), std::move(page->header));
    Article article = clean(*std::move(page));
    if (article.header.title.empty() && article.sections.empty()) {
        return Error{ErrorCode::BadInput, "holds no article, only what stands around one"};
    }
    if (!record.chosen && !tells_a_story(article))
        return Error{ErrorCode::BadInput, "holds no article, only what leads to some"};
    if (article.header.language.empty()) article.header.language = detected_language(article);
    return article;
}

}  // namespace sitrep
