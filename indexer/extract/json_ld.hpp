// What a page says of itself in JSON-LD (schema.org), as sites really write it: in lists and
// graphs, with references, and often broken.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// Empty where the page does not say.
struct JsonLd {
    std::string headline;
    std::string body;                  ///< articleBody, as given
    std::vector<std::string> authors;  ///< people only
    std::string published;             ///< as given
    std::string modified;
    std::string section;
    std::string publisher;
    std::string url;
    std::string language;
    std::vector<std::string> breadcrumb;  ///< from the front page down
};

/// Adds what one script element holds; what is known stays. Text that cannot be mended is ignored.
void read_json_ld(std::string_view script, JsonLd& out);

}  // namespace sitrep
