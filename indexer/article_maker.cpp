#include "indexer/article_maker.hpp"

#include "base/strings.hpp"
#include "indexer/clean/cleaner.hpp"
#include "indexer/extract/extractor.hpp"
#include "indexer/given_facts.hpp"
#include "text/charset.hpp"
#include "text/language.hpp"

#include <utility>

namespace sitrep {

namespace {

Result<ExtractedPage> page_of(RawRecord record) {
    if (looks_binary(record.bytes)) return Error{ErrorCode::BadInput, "is binary, not text"};
    Decoded decoded = decode(record.bytes, record.charset);
    return extract({std::move(record.origin), record.format, std::move(decoded.text),
                    std::move(decoded.charset), decoded.replaced});
}

}  // namespace

Result<Article> make_article(RawRecord record, ForeignReaders& readers) {
    if (trimmed(record.bytes).empty()) return Error{ErrorCode::BadInput, "is empty"};
    if (record.format == Format::Filtered) {
        Result<RawRecord> text = readers.filtered(std::move(record));
        if (!text) return text.error();
        record = *std::move(text);
    }
    ArticleHeader given = std::move(record.given);
    Result<ExtractedPage> page = record.format == Format::Pdf
                                     ? finished(readers.read_pdf(record.bytes))
                                     : page_of(std::move(record));
    if (!page) return page.error();
    page->header = with_given(std::move(given), std::move(page->header));
    Article article = clean(*std::move(page));
    if (article.header.title.empty() && article.sections.empty()) {
        return Error{ErrorCode::BadInput, "holds no article, only what stands around one"};
    }
    if (article.header.language.empty()) article.header.language = detected_language(article);
    return article;
}

}  // namespace sitrep
