// Addresses as links: only those that a reader may follow blindly, and only bytes that no format
// and no terminal reads as something else.
#pragma once

#include <string>
#include <string_view>

namespace sitrep {

/// `url` where it begins with http:// or https://, with every byte percent-encoded that RFC 3986
/// does not let stand in an address; else empty. Longer ones than 2048 bytes are empty too.
std::string web_link(std::string_view url);

/// The file:// address of an absolute path; empty for another.
std::string file_link(std::string_view path);

}  // namespace sitrep
