#include "query/render/links.hpp"

#include "base/strings.hpp"

#include <fmt/format.h>

namespace sitrep {
namespace {

constexpr std::size_t kLongest = 2048;

bool is_unreserved(char c) {
    return is_ascii_alpha(c) || is_ascii_digit(c) ||
           std::string_view("-._~").find(c) != std::string_view::npos;
}

/// What is not unreserved and not in `kept`, percent-encoded.
std::string encoded(std::string_view text, std::string_view kept) {
    std::string out;
    for (const char c : text) {
        if (is_unreserved(c) || kept.find(c) != std::string_view::npos) {
            out += c;
        } else {
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return out;
}

}  // namespace

std::string web_link(std::string_view url) {
    const std::string scheme = ascii_lower(url.substr(0, url.find(':')));
    if (scheme != "http" && scheme != "https") return {};
    if (url.substr(scheme.size(), 3) != "://" || url.size() > kLongest) return {};
    // RFC 3986, section 2.2, and `%` of what is encoded already; not the quote, which ends
    // attributes.
    return encoded(url, ":/?#[]@!$&()*+,;=%");
}

std::string file_link(std::string_view path) {
    if (!path.starts_with('/') || path.size() > kLongest) return {};
    return "file://" + encoded(path, "/:@!$&()*+,;=");
}

}  // namespace sitrep
