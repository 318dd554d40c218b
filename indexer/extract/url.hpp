// Addresses of articles, as far as we need to know them.
#pragma once

#include <string>
#include <string_view>

namespace sitrep {

/// `url` without its fragment and without the parameters that only track readers (utm_*, fbclid,
/// ...).
std::string canonical_url(std::string_view url);

/// The host of an http(s) URL, lower case, without "www." and port; empty when there is none.
std::string host_of(std::string_view url);

}  // namespace sitrep
