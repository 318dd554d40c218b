// sitrep-reader: the worker process of sitrep-index, for formats whose libraries we do not let near
// the database. Not for people: it speaks frames on its standard streams
// (indexer/worker/frame.hpp). A message is a letter, which names the format, and the bytes of a
// file.
#include "indexer/reader/poppler_pdf.hpp"
#include "indexer/worker/packed_page.hpp"
#include "indexer/worker/serve.hpp"

#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <utility>

namespace {

using namespace sitrep;

Result<ExtractedPage> page_of_pdf(const std::string& bytes) {
    Result<PdfDocument> document = read_pdf(bytes);
    if (!document) return document.error();
    return page_of(*std::move(document));
}

std::string answer(std::string message) {
    const char format = message.empty() ? '\0' : message.front();
    message.erase(0, 1);
    if (format != 'p') return packed_page(Error{ErrorCode::BadInput, "is of an unknown format"});
    return packed_page(page_of_pdf(message));
}

}  // namespace

int main() {
    if (isatty(STDIN_FILENO) != 0) {
        std::fputs("sitrep-reader is a part of sitrep-index and not for use by itself\n", stderr);
        return 2;
    }
    // It may write no file. Fontconfig tries to, where its cache is stale, and goes on without.
    std::signal(SIGXFSZ, SIG_IGN);
    try {
        return serve(answer);
    } catch (const std::exception&) {
        return 70;  // a library's exception; the owner names it by this code
    }
}
