// What browsers and SingleFile write into a page when they save it.
#pragma once

#include <string>
#include <string_view>

namespace sitrep {

/// The http(s) address that a page says it was saved from, in the comment of SingleFile (`Page
/// saved with SingleFile url: ...`) or of browsers (`saved from url=(0042)...`) at its beginning;
/// empty when it says none. The date of saving that stands beside it is no date of the article.
std::string saved_from_url(std::string_view html);

/// `html` with the content of long `data:...;base64,` addresses taken out: pictures and fonts that
/// were saved into the page, often most of its bytes. 200 letters without a blank are no text.
std::string without_data_urls(std::string html);

}  // namespace sitrep
