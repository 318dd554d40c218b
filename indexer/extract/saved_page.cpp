#include "indexer/extract/saved_page.hpp"

#include "base/strings.hpp"

#include <algorithm>

namespace sitrep {
namespace {

constexpr std::size_t kMarkWithin = 4096;
constexpr std::size_t kMaxUrlBytes = 2000;

std::string http_url(std::string_view text) {
    text = trimmed(text);
    const std::string_view url = text.substr(0, text.find_first_of(" \t\r\n<>\"'"));
    const bool http = equals_ignoring_case(url.substr(0, 7), "http://") ||
                      equals_ignoring_case(url.substr(0, 8), "https://");
    return http && url.size() <= kMaxUrlBytes ? std::string(url) : std::string();
}

/// The characters of base64 and of percent encoding: a data address ends before any other.
bool is_data(char c) {
    return is_ascii_alpha(c) || is_ascii_digit(c) || c == '+' || c == '/' || c == '=' || c == '%' ||
           c == '-' || c == '_' || c == '.' || c == '!' || c == '~' || c == '*';
}

}  // namespace

std::string saved_from_url(std::string_view html) {
    html = html.substr(0, kMarkWithin);
    for (std::size_t open = html.find("<!--"); open != std::string_view::npos;
         open = html.find("<!--", open + 4)) {
        const std::string_view rest = html.substr(open + 4);
        const std::string_view comment = rest.substr(0, rest.find("-->"));
        if (comment.find("SingleFile") != std::string_view::npos) {
            const std::size_t at = comment.find("url:");
            if (at != std::string_view::npos) return http_url(comment.substr(at + 4));
        }
        if (const std::size_t at = comment.find("saved from url=("); at != std::string_view::npos) {
            const std::size_t close = comment.find(')', at);
            if (close != std::string_view::npos) return http_url(comment.substr(close + 1));
        }
    }
    return {};
}

std::string without_data_urls(std::string html) {
    constexpr std::string_view kMark = ";base64,";
    constexpr std::size_t kShort = 200;
    std::size_t at = html.find(kMark);
    if (at == std::string::npos) return html;
    std::string out;
    std::size_t kept = 0;
    for (; at != std::string::npos; at = html.find(kMark, at)) {
        at += kMark.size();
        const std::size_t end = static_cast<std::size_t>(
            std::find_if_not(html.begin() + static_cast<std::ptrdiff_t>(at), html.end(), is_data) -
            html.begin());
        if (end - at < kShort) continue;
        out.append(html, kept, at - kept);
        kept = at = end;
    }
    return out.append(html, kept);
}

}  // namespace sitrep
