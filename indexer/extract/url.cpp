#include "indexer/extract/url.hpp"

#include "base/strings.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

constexpr auto kTracking = std::to_array<std::string_view>(
    {"utm_", "fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "srsltid",
     "ref_src", "cmpid", "ncid", "spm", "yclid", "_ga", "_hsenc", "_hsmi"});

bool is_tracking(std::string_view parameter) {
    const std::string lower = ascii_lower(parameter);
    return std::any_of(kTracking.begin(), kTracking.end(), [&lower](std::string_view name) {
        if (!lower.starts_with(name)) return false;
        return name.ends_with('_') || lower.size() == name.size() || lower[name.size()] == '=';
    });
}

}  // namespace

std::string canonical_url(std::string_view url) {
    url = trimmed(url);
    url = url.substr(0, url.find('#'));
    const std::size_t question = url.find('?');
    std::string out(url.substr(0, question));
    if (question == std::string_view::npos) return out;
    char mark = '?';
    for (const std::string_view parameter : split(url.substr(question + 1), '&')) {
        if (parameter.empty() || is_tracking(parameter)) continue;
        out += mark;
        out += parameter;
        mark = '&';
    }
    return out;
}

std::string host_of(std::string_view url) {
    const std::size_t begin = url.find("://");
    if (begin == std::string_view::npos) return {};
    std::string_view host = url.substr(begin + 3);
    host = host.substr(0, host.find_first_of("/?#"));
    if (const std::size_t at = host.rfind('@'); at != std::string_view::npos)
        host = host.substr(at + 1);
    host = host.substr(0, host.find(':'));
    const std::string lower = ascii_lower(host);
    return lower.starts_with("www.") ? lower.substr(4) : lower;
}

}  // namespace sitrep
