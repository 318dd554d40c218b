#include "indexer/article_maker.hpp"

#include "base/strings.hpp"
#include "indexer/clean/error_page.hpp"
#include "indexer/extract/extractor.hpp"
#include "indexer/extract/saved_page.hpp"
#include "indexer/given_facts.hpp"
#include "text/charset.hpp"
#include "text/language.hpp"
#include "text/language_code.hpp"

#include <utility>

namespace sitrep {

namespace {

/// Of a crawl, which brings lists of stories and contact pages too: fewer words of running text are
/// no story.
constexpr std::size_t kMinStoryWords = 40;

/// What the stages before cleaning make of a record that is text.
Result<ExtractedPage> page_of(RawRecord& record) {
    if (looks_binary(record.bytes)) return Error{ErrorCode::BadInput, "is binary, not text"};
    Decoded decoded = decode(record.bytes, record.charset);
    record.bytes = {};
    if (record.format == Format::Html) {
        if (record.given.url.empty()) record.given.url = saved_from_url(decoded.text);
        decoded.text = without_data_urls(std::move(decoded.text));
    }
    return extract({std::move(record.origin), record.format, std::move(decoded.text),
                    std::move(decoded.charset), decoded.replaced, record.given.url});
}

/// A headline that a reader took from the text, where the container knows another: a line of the
/// story after all. Whether there was one.
bool give_back_title(ExtractedPage& page, const std::string& given) {
    const std::string& title = page.header.title;
    if (given.empty() || title.empty() || title == given) return false;
    for (const Block& block : page.blocks) {
        if (block.text == title) return false;
    }
    Block block;
    block.text = title;
    const bool sentence = title.ends_with('.') || title.ends_with('!') || title.ends_with('"');
    block.kind = sentence ? BlockKind::Paragraph : BlockKind::Heading;
    page.blocks.insert(page.blocks.begin(), std::move(block));
    return true;
}

}  // namespace

Result<Article> make_article(RawRecord record, ForeignReaders& readers, const Corpus& corpus) {
    if (trimmed(record.bytes).empty()) return Error{ErrorCode::BadInput, "is empty"};
    if (record.format == Format::Filtered) {
        Result<RawRecord> text = readers.filtered(std::move(record));
        if (!text) return text.error();
        record = *std::move(text);
    }
    record.given = readable(std::move(record.given));
    Result<ExtractedPage> page =
        record.format == Format::Pdf ? finished(readers.read_pdf(record.bytes)) : page_of(record);
    if (!page) return page.error();
    if (give_back_title(*page, record.given.title)) page = finished(std::move(page));
    page->header = with_given(std::move(record.given), std::move(page->header));
    Article article = clean(*std::move(page), corpus);
    if (article.header.title.empty() && article.sections.empty()) {
        return Error{ErrorCode::BadInput, "holds no article, only what stands around one"};
    }
    if (record.format == Format::Html && is_error_page(article)) {
        return Error{ErrorCode::BadInput,
                     "holds no article, only a page that a server gives in its place: \"" +
                         article.header.title + "\""};
    }
    if (!record.chosen && article.story_words < kMinStoryWords)
        return Error{ErrorCode::BadInput, "holds no article, only what leads to some"};
    if (article.header.language.empty())
        article.header.language = language_code(detected_language(article));
    return article;
}

}  // namespace sitrep
