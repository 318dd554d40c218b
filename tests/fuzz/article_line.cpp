// Standard input of --like=-: read or refused, whatever it is.
#include "query/article_line.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto article = sitrep::parse_article_line({reinterpret_cast<const char*>(data), size});
    if (article && article->header.title.empty() && article->body().empty()) std::abort();
    return 0;
}
