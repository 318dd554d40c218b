#include "base/strings.hpp"
#include "indexer/clean/reason.hpp"
#include "indexer/clean/verdicts.hpp"
#include "text/consent_talk.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace sitrep {
namespace {

/// The answers that a banner offers, folded.
// clang-format off
constexpr auto kAnswers = std::to_array<std::string_view>({
    "accept", "accept all", "accept and close", "accept and continue", "agree", "allow",
    "allow all", "close", "continue", "customise", "customize", "decline", "decline all", "deny",
    "dismiss", "essential only", "got it", "i accept", "i agree", "i decline", "i do not agree",
    "i understand", "learn more", "manage", "manage choices", "manage options", "manage settings",
    "more information", "more options", "necessary only", "no", "no thanks", "ok", "okay",
    "only essential", "only necessary", "read more", "refuse", "reject", "reject all",
    "reject non essential", "save", "save settings", "settings", "x", "yes"});
// clang-format on

/// A block that reads as consent language by itself. One cue is not enough, nor is talk about
/// privacy: stories on cyber security have both, but they quote people and do not address us.
bool is_consent(const BlockFeatures& f) {
    constexpr std::size_t kMaxNoticeWords = 60;
    if (f.consent_purpose) return !is_said(f);
    if (f.consent_words * 100 <= f.words * 3 || !f.addresses_reader) return false;
    if (is_said(f)) return false;
    if (f.cookie_notice && f.words <= kMaxNoticeWords) return true;
    if (f.consent_cues < 2) return false;
    return f.strong_consent || f.consent_cues >= 4;
}

/// A short line that may belong to a banner: a button, or the name of a kind of cookies.
bool is_banner_line(const BlockFeatures& f) {
    return f.words <= 10 && (f.strong_consent || f.consent_cues >= 2);
}

/// A banner's answer, when it is all of the line.
bool is_button(const BlockFeatures& f) { return f.consent_answer || is_one_of(f.key, kAnswers); }

bool is_short(const BlockFeatures& f) { return f.words <= 10 && !f.prose; }

/// What says too little to begin a run, and goes on with one.
bool goes_on(const Block& block, const BlockFeatures& f) {
    constexpr std::size_t kButtonWords = 3;
    const ConsentTalk talk = consent_talk(block.text);
    return talk == ConsentTalk::Prose || (talk == ConsentTalk::Name && f.words <= kButtonWords);
}

/// One past the last block of the run that begins at `begin`: consent blocks, banner lines,
/// buttons, and short lines or headings between two of them.
std::size_t run_end(const PageView& page, std::size_t begin) {
    constexpr std::size_t kMaxShortLines = 5;
    const std::vector<BlockFeatures>& features = page.features;
    std::size_t end = begin + 1;
    std::size_t between = 0;
    for (std::size_t at = end; at < features.size() && between <= kMaxShortLines; ++at) {
        const bool answer = between == 0 && is_button(features[at]);
        if (answer || is_consent(features[at]) || is_banner_line(features[at]) ||
            goes_on(page.blocks[at], features[at])) {
            end = at + 1;
            between = 0;
        } else if (is_short(features[at])) {
            ++between;
        } else {
            break;
        }
    }
    return end;
}

/// Buttons right before a run: "X", "Accept".
std::size_t run_begin(const PageView& page, std::size_t begin) {
    constexpr std::size_t kMaxButtons = 3;
    std::size_t first = begin;
    for (std::size_t steps = 0; first > 0 && steps < kMaxButtons; ++steps) {
        const BlockFeatures& f = page.features[first - 1];
        const bool button = f.words <= 2 && page.blocks[first - 1].kind != BlockKind::ListItem &&
                            page.blocks[first - 1].text.size() <= 12;
        const bool name = consent_talk(page.blocks[first - 1].text) == ConsentTalk::Name;
        if (!button && !name && !is_banner_line(f)) break;
        --first;
    }
    return first;
}

/// Whether running text that is no consent language stands behind `at`: enough to be a story. What
/// a consent manager says over and over counts once.
bool story_follows(const std::vector<BlockFeatures>& features, std::size_t at) {
    constexpr std::size_t kStoryWords = 120;
    std::size_t words = 0;
    std::unordered_set<std::string_view> seen;
    for (; at < features.size() && words < kStoryWords; ++at) {
        const BlockFeatures& f = features[at];
        if (!f.prose || f.strong_consent || f.consent_cues >= 2) continue;
        if (seen.insert(f.key).second) words += f.words;
    }
    return words >= kStoryWords;
}

}  // namespace

void mark_consent(const PageView& page, Verdicts& verdicts) {
    const std::vector<BlockFeatures>& features = page.features;
    bool story_before = false;
    for (std::size_t at = 0; at < features.size(); ++at) {
        if (!is_consent(features[at])) {
            story_before = story_before || (features[at].prose && !page.blocks[at].furniture);
            continue;
        }
        std::size_t end = run_end(page, at);
        const auto blocks_in_run =
            std::count_if(features.begin() + static_cast<std::ptrdiff_t>(at),
                          features.begin() + static_cast<std::ptrdiff_t>(end), is_consent);
        if (story_before && blocks_in_run >= 2 && !story_follows(features, end))
            end = features.size();
        for (std::size_t i = run_begin(page, at); i < end; ++i) {
            if (verdicts[i].empty()) verdicts[i] = reason::kConsent;
        }
        at = end - 1;
    }
}

}  // namespace sitrep
