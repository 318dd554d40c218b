// What is taken out of a page are only letters of base64, and the address is one of the web.
#include "indexer/extract/saved_page.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string page(reinterpret_cast<const char*>(data), size);
    const std::string url = sitrep::saved_from_url(page);
    if (!url.empty() && url.find("://") == std::string::npos) std::abort();
    const std::string less = sitrep::without_data_urls(page);
    if (less.size() > page.size() || sitrep::without_data_urls(less).size() > less.size())
        std::abort();
    std::size_t at = 0;  // a subsequence of the page
    for (const char c : less) {
        at = page.find(c, at);
        if (at++ == std::string::npos) std::abort();
    }
    return 0;
}
