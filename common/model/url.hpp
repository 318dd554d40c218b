// Addresses of articles, as far as we need to know them.
#pragma once

#include <string>
#include <string_view>

namespace sitrep {

/// Whether `text` is nothing but an http(s) URL.
bool is_url(std::string_view text);

/// `url` without the parameters that only track readers (utm_*, fbclid, ...), and without its
/// fragment, unless that names a page (`#!...`, `#/...`), as where scripts draw them.
std::string canonical_url(std::string_view url);

/// `reference`, as a page at `base` writes it, as a whole http(s) URL: whole already,
/// "//host/path",
/// "/path", "path" with its "../". Empty for other schemes ("javascript:", "data:"), and for parts
/// of an address when `base` is no whole one.
std::string resolved_url(std::string_view reference, std::string_view base);

/// Whether two hosts are one site's: the same, or one below the other ("amp.a.example" and
/// "a.example").
bool is_same_site(std::string_view host, std::string_view other);

/// The host of an http(s) URL, lower case, without "www." and port; empty when there is none.
std::string host_of(std::string_view url);

}  // namespace sitrep
