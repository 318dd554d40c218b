#include "model/url.hpp"

#include "base/strings.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace sitrep {
namespace {

constexpr auto kTracking =
    std::to_array<std::string_view>({"utm_",        "fbclid",        "gclid",
                                     "dclid",       "msclkid",       "mc_cid",
                                     "mc_eid",      "igshid",        "srsltid",
                                     "ref_src",     "cmpid",         "ncid",
                                     "spm",         "yclid",         "_ga",
                                     "_gl",         "_hsenc",        "_hsmi",
                                     "gad_source",  "gbraid",        "wbraid",
                                     "ttclid",      "twclid",        "li_fat_id",
                                     "mkt_tok",     "s_cid",         "ocid",
                                     "icid",        "smid",          "wt.mc_id",
                                     "wt_mc",       "at_medium",     "at_campaign",
                                     "pk_campaign", "pk_kwd",        "vero_id",
                                     "oly_enc_id",  "oly_anon_id",   "__twitter_impression",
                                     "guccounter",  "guce_referrer", "guce_referrer_sig"});

bool is_tracking(std::string_view parameter) {
    const std::string lower = ascii_lower(parameter);
    return std::any_of(kTracking.begin(), kTracking.end(), [&lower](std::string_view name) {
        if (!lower.starts_with(name)) return false;
        return name.ends_with('_') || lower.size() == name.size() || lower[name.size()] == '=';
    });
}

bool is_web(std::string_view url) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (url.size() > scheme.size() &&
            equals_ignoring_case(url.substr(0, scheme.size()), scheme))
            return true;
    }
    return false;
}

}  // namespace

bool is_url(std::string_view text) {
    constexpr std::size_t kMaxBytes = 2000;
    return text.size() <= kMaxBytes && text.find_first_of(" \t\n") == std::string_view::npos &&
           !host_of(text).empty();
}

std::string canonical_url(std::string_view url) {
    url = trimmed(url);
    const std::size_t hash = std::min(url.find('#'), url.size());
    std::string_view fragment = url.substr(hash);
    if (!fragment.starts_with("#!") && !fragment.starts_with("#/")) fragment = {};
    url = url.substr(0, hash);
    const std::size_t question = std::min(url.find('?'), url.size());
    std::string out(url.substr(0, question));
    url.remove_prefix(question);
    if (!url.empty()) url.remove_prefix(1);
    char mark = '?';
    for (const std::string_view parameter : split(url, '&')) {
        if (parameter.empty() || is_tracking(parameter)) continue;
        out += mark;
        out += parameter;
        mark = '&';
    }
    return out.append(fragment);
}

std::string resolved_url(std::string_view reference, std::string_view base) {
    constexpr std::size_t kMaxBytes = 4096;
    reference = trimmed(reference);
    if (reference.empty() || reference.size() > kMaxBytes || base.size() > kMaxBytes) return {};
    if (is_web(reference)) return std::string(reference);
    const std::size_t colon = reference.find_first_of(":/?#");
    if (colon != std::string_view::npos && reference[colon] == ':') return {};
    if (!is_web(base)) return {};
    const std::size_t host = base.find("://") + 3;
    if (reference.starts_with("//"))
        return std::string(base.substr(0, host - 2)) + std::string(reference);
    const std::size_t host_end = std::min(base.find_first_of("/?#", host), base.size());
    const std::string origin(base.substr(0, host_end));
    if (reference.front() == '/') return origin + std::string(reference);
    const std::string_view path =
        base.substr(host_end, base.find_first_of("?#", host_end) - host_end);
    std::string_view folder = path.substr(0, path.rfind('/') + 1);
    while (reference.starts_with("../") || reference.starts_with("./")) {
        const bool up = reference.starts_with("../");
        reference.remove_prefix(up ? 3 : 2);
        if (up && folder.size() > 1)
            folder = folder.substr(0, folder.rfind('/', folder.size() - 2) + 1);
    }
    return origin + (folder.empty() ? "/" : std::string(folder)) + std::string(reference);
}

bool is_same_site(std::string_view host, std::string_view other) {
    if (host.size() < other.size()) std::swap(host, other);
    return !other.empty() && host.ends_with(other) &&
           (host.size() == other.size() || host[host.size() - other.size() - 1] == '.');
}

std::string host_of(std::string_view url) {
    const std::size_t begin = url.find("://");
    if (begin == std::string_view::npos) return {};
    std::string_view host = url.substr(begin + 3);
    host = host.substr(0, host.find_first_of("/?#%"));  // "a.example%2Fx": its slash was escaped
    if (const std::size_t at = host.rfind('@'); at != std::string_view::npos)
        host = host.substr(at + 1);
    host = host.substr(0, host.find(':'));
    const std::string lower = ascii_lower(host);
    return lower.starts_with("www.") ? lower.substr(4) : lower;
}

}  // namespace sitrep
