#include "indexer/article_maker.hpp"

#include "base/strings.hpp"
#include "indexer/extract/extractor.hpp"
#include "text/charset.hpp"
#include "text/language.hpp"

#include <utility>

namespace sitrep {

Result<Article> make_article(RawRecord record, const Corpus& corpus) {
    if (trimmed(record.bytes).empty()) return Error{ErrorCode::BadInput, "is empty"};
    if (looks_binary(record.bytes)) return Error{ErrorCode::BadInput, "is binary, not text"};
    Decoded decoded = decode(record.bytes);
    Result<ExtractedPage> page =
        extract({std::move(record.origin), record.format, std::move(decoded.text),
                 std::move(decoded.charset), decoded.replaced});
    if (!page) return page.error();
    Article article = clean(*std::move(page), corpus);
    if (article.header.title.empty() && article.sections.empty()) {
        return Error{ErrorCode::BadInput, "holds no article, only what stands around one"};
    }
    if (article.header.language.empty()) article.header.language = detected_language(article);
    return article;
}

}  // namespace sitrep
