// What fields of FieldKind::Exact hold of an article, and how questions ask for it: the same
// functions make both.
#pragma once

#include "model/fields.hpp"
#include "model/stored_article.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// What `has:` can be asked: which facts are known of an article.
inline constexpr std::array<std::string_view, 9> kFacts = {
    "author", "correction", "date", "dateline", "deck", "heading", "outlet", "section", "url"};

/// What file_type() may say, and `type:` be asked.
inline constexpr std::array<std::string_view, 9> kTypes = {
    "crawl", "feed", "html", "json", "mail", "markdown", "other", "pdf", "text"};

/// `text` as it is asked for in `field`: lower case; a path without slashes at its ends or a last
/// `/*`, and so an address, without its scheme, `www.` and what only tracks readers; a type by what
/// its ending means (`htm` is `html`). One that is longer than terms may be is its hash.
std::string exact_value(Field field, std::string_view text);

/// The term that holds it: the field's prefix in front.
std::string exact_term(Field field, std::string_view text);

/// The terms that hang on where an article lies: its file's type, its path inside the root with all
/// folders above it, its id. What nothing is known of has none.
std::vector<std::string> place_terms(const StoredArticle& stored);

/// Whether two addresses ask for one page.
bool is_same_address(std::string_view url, std::string_view other);

/// The terms of an article's address: whole, and each part of the site above it, `a.example/news`,
/// `a.example`, and of `b.a.example` too `a.example`. None for what is no http(s) URL.
std::vector<std::string> address_terms(std::string_view url);

/// `html`, `text`, `markdown`, `json`, `pdf`, `mail`, `feed`, `crawl`, or `other`, by the ending of
/// a file's name; that it is compressed does not count.
std::string_view file_type(std::string_view path);

}  // namespace sitrep
