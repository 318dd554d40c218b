// Lines in which a newsroom speaks of itself among the paragraphs of its stories: who reported and
// edited, whom to write to, what to sign up for, what its player says. Each is a whole line by
// itself, so each goes wherever it stands.
#include "base/strings.hpp"
#include "indexer/clean/reason.hpp"
#include "indexer/clean/verdicts.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

/// "(Reporting by Ada Long; Editing by Jo Marsh)", "Ada Long contributed to this report."
bool is_staff_line(const Block& block, const BlockFeatures& f) {
    static constexpr auto kEnds = std::to_array<std::string_view>(
        {" contributed to this report", " contributed to this story",
         " contributed to this article", " contributed reporting",
         " contributed reporting to this story"});
    constexpr std::size_t kMaxWords = 40;
    if (f.words > kMaxWords || is_said(f)) return false;
    if (f.key.starts_with("reporting by ") || f.key.starts_with("additional reporting by "))
        return block.text.starts_with('(') || has(f, " editing by ") || !f.final_mark;
    if (has(f, " contributed to this report from ")) return true;
    return ends_with_any(f.key, kEnds);
}

/// "Follow Ada Long on Twitter @adalong."
bool is_follow_line(const BlockFeatures& f) {
    static constexpr auto kNetworks = std::to_array<std::string_view>(
        {" on twitter", " on x", " on facebook", " on instagram", " on linkedin", " on youtube",
         " on threads", " on bluesky", " on mastodon", " on telegram"});
    constexpr std::size_t kMaxWords = 16;
    if (f.words > kMaxWords || !f.key.starts_with("follow ") || is_said(f)) return false;
    return std::any_of(kNetworks.begin(), kNetworks.end(), [&f](std::string_view network) {
        const std::size_t at = f.key.find(network);
        if (at == std::string::npos) return false;
        const std::size_t end = at + network.size();
        // "on X Street"
        return end == f.key.size() || (f.key[end] == ' ' && network != " on x");
    });
}

/// What asks the reader for something: a tip, an address, money.
bool is_appeal(const BlockFeatures& f) {
    constexpr std::size_t kMaxWords = 30;
    constexpr std::size_t kMaxAppeal = 14;
    if (f.words > kMaxWords || is_said(f)) return false;
    if (f.key.starts_with("sign up for the ") || f.key.starts_with("sign up for our ")) return true;
    if (f.key.starts_with("have a tip") || f.key.starts_with("got a tip") ||
        f.key.starts_with("do you have a tip")) {
        return f.addresses_reader || has(f, "email");
    }
    if (f.words > kMaxAppeal) return false;
    return f.key.ends_with("become a member today") ||
           (f.key.starts_with("add ") && f.key.ends_with(" as a preferred source on google"));
}

/// What players and scripts write, and what stands so under every story of a site.
bool is_fixed_line(const BlockFeatures& f) {
    static constexpr auto kLines = std::to_array<std::string_view>(
        {"video player is loading", "this is a modal window",
         "beginning of dialog window escape will cancel and close the window",
         "end of dialog window", "scroll to continue with content", "scroll to continue",
         "this audio is auto generated please let us know if you have feedback",
         "press enter or click to view image in full size"});
    return f.key.starts_with("our standards the thomson reuters ") || is_one_of(f.key, kLines);
}

}  // namespace

void mark_service_lines(const PageView& page, Verdicts& verdicts) {
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        const BlockFeatures& f = page.features[i];
        if (!verdicts[i].empty() || f.words == 0) continue;
        if (is_staff_line(page.blocks[i], f)) {
            verdicts[i] = reason::kAuthorNote;
        } else if (is_follow_line(f) || is_appeal(f)) {
            verdicts[i] = reason::kPromotion;
        } else if (is_fixed_line(f)) {
            verdicts[i] = reason::kNavigation;
        }
    }
}

}  // namespace sitrep
