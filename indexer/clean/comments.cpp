#include "base/strings.hpp"
#include "indexer/clean/reason.hpp"
#include "indexer/clean/verdicts.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

constexpr std::size_t kMinMarks = 4;  ///< fewer may be a dialogue of the story

/// What stands at every comment of a thread: "Reply", "Like Reply Share", "Jo Marsh says".
bool is_mark(const BlockFeatures& f) {
    static constexpr auto kButtons = std::to_array<std::string_view>(
        {"reply share", "replyshare", "like reply", "likereply", "like reply share",
         "likereplyshare", "reply like", "reply report", "replyreport", "reply quote"});
    if (f.words == 0 || f.words > 6) return false;
    if (is_one_of(f.key, kButtons)) return true;
    return f.key == "reply" || f.key.starts_with("reply to ") || f.key == "permalink" ||
           f.key == "log in to reply" || f.key.ends_with(" says") || f.key == "report comment";
}

/// "109 comments", "3 thoughts on a headline", "Leave a reply".
bool opens_thread(const BlockFeatures& f) {
    if (f.words > 14) return false;
    static constexpr auto kWords =
        std::to_array<std::string_view>({"comment", "responses", "replies", "thoughts on"});
    return contains_any(f.key, kWords);
}

}  // namespace

void mark_comments(const PageView& page, Verdicts& verdicts) {
    constexpr std::size_t kReach = 12;        // from the first mark back to the thread's heading
    constexpr std::size_t kFirstComment = 3;  // its writer and date stand before the first mark
    std::size_t marks = 0;
    std::size_t first = 0;
    std::size_t last = 0;
    const bool markup = has_markup(page.blocks);
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        if ((page.blocks[i].furniture && !markup) || !is_mark(page.features[i])) continue;
        if (marks++ == 0) first = i;
        last = i;
    }
    if (marks < kMinMarks || first == 0) return;
    std::size_t begin = first;
    for (std::size_t back = 1; back <= std::min(kReach, first); ++back) {
        if (opens_thread(page.features[first - back])) begin = first - back;
    }
    // Without a heading, only the short lines before the first mark are certain.
    for (std::size_t steps = 0; begin == first && steps < kFirstComment && first > 0; ++steps) {
        if (page.features[first - 1].prose) break;
        begin = --first;
    }
    const bool story = std::any_of(page.features.begin(),
                                   page.features.begin() + static_cast<std::ptrdiff_t>(begin),
                                   [](const BlockFeatures& f) { return f.prose; });
    if (!story) return;
    // What stands behind a thread that markup bounds may be judged by its place.
    const std::size_t end =
        markup ? std::min(last + 1 + kFirstComment, verdicts.size()) : verdicts.size();
    for (std::size_t i = begin; i < end; ++i) {
        if (verdicts[i].empty()) verdicts[i] = reason::kComment;
    }
}

}  // namespace sitrep
