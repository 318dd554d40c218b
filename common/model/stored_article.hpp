// The article as it lies in a document's data: everything a hit, a snippet or an export needs, in
// one self-contained string. Xapian compresses it.
#pragma once

#include "base/result.hpp"
#include "model/article.hpp"
#include "model/index_document.hpp"
#include "model/record.hpp"

#include <string>
#include <string_view>

namespace sitrep {

struct StoredArticle {
    FileKey file;
    Place place;      ///< of the article in that file
    Article article;  ///< without what was dropped
    friend bool operator==(const StoredArticle&, const StoredArticle&) = default;
};

/// A version byte, then each string with its length before it.
std::string encode_stored_article(const StoredArticle& stored);

/// Any bytes are read or refused with a Database error; nothing is trusted.
Result<StoredArticle> decode_stored_article(std::string_view data);

}  // namespace sitrep
