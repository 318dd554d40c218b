// A reader's answer as it crosses from a worker process: a page, or why there is none. What comes
// from there is foreign: it is taken apart strictly.
#pragma once

#include "base/result.hpp"
#include "model/article.hpp"

#include <string>
#include <string_view>

namespace sitrep {

std::string packed_page(const Result<ExtractedPage>& page);

/// Any bytes are safe; texts are valid UTF-8 on one line. BadInput when they are not an answer.
Result<ExtractedPage> unpacked_page(std::string_view bytes);

}  // namespace sitrep
