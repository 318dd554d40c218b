// Words anywhere on pages of any shape: every word comes back in a block or in the header, blocks
// are lines of valid UTF-8. No PDF library takes part. A word is eight bytes: where it stands, how
// large, and which word it is; a word of size 0 begins a page.
#include "extract_and_clean.hpp"
#include "indexer/extract/pdf_document.hpp"

#include <cmath>
#include <cstring>

using namespace sitrep;

namespace {

constexpr const char* kWords[] = {
    "the",         "counter-", "UAS",    "mis-",       "sile",        "•", "1", "Page", "12",
    "By Jane Doe", "Ends.",    "\u00AD", "of\uFB01ce", "May 3, 2020", "-", "A", "\x01", "long-"};

PdfWord word_of(const std::uint8_t* bytes) {
    PdfWord word;
    word.left = bytes[0] * 4.0 + bytes[1] / 64.0;
    word.top = bytes[2] * 4.0 + bytes[3] / 64.0;
    word.right = word.left + bytes[4] / 2.0;
    word.size = bytes[5] % 64;
    word.bottom = word.top + word.size;
    word.text = kWords[bytes[6] % std::size(kWords)];
    word.bold = (bytes[7] & 1U) != 0;
    word.space_after = (bytes[7] & 2U) != 0;
    word.rotated = (bytes[7] & 12U) == 12;
    if ((bytes[7] & 0xF0U) == 0xF0) word.right = NAN;
    if ((bytes[7] & 0xF0U) == 0xE0) word.top = -INFINITY;
    return word;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t kWordBytes = 8;
    PdfDocument document;
    document.title = "Ends.";
    document.sheets.emplace_back();
    for (; size >= kWordBytes; data += kWordBytes, size -= kWordBytes) {
        const PdfWord word = word_of(data);
        if (word.size == 0) {
            document.sheets.emplace_back();
        } else {
            document.sheets.back().words.push_back(word);
        }
    }
    const Result<ExtractedPage> page = page_of(std::move(document));
    if (!page) return 0;
    for (const Block& block : page->blocks)
        fuzz::require(!block.text.empty() && utf8::is_valid(block.text));
    fuzz::require(!page->header.title.empty() || !page->blocks.empty() ||
                  !page->header.published.empty() || !page->header.authors.empty());
    return 0;
}
