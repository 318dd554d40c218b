#include "query/render/counts.hpp"

#include "base/strings.hpp"
#include "base/terminal.hpp"
#include "text/date.hpp"

#include <fmt/format.h>

namespace sitrep {

std::string counted_text(const HitList& list) {
    return fmt::format("Of {}, every copy of a story counted:", counted(list.total, "article"));
}

std::string words_line(const HitList& list) {
    std::vector<std::string> words;
    words.reserve(list.words.size());
    for (const TellingWord& word : list.words) words.push_back(printable(word.word));
    return "Words that set these hits apart: " + join(words, ", ");
}

std::vector<std::string> timeline_notes(const Timeline& timeline) {
    std::vector<std::string> notes;
    if (timeline.period != timeline.asked) {
        notes.push_back(fmt::format("More than {} bars by {}: shown by {}.", kMostBars,
                                    period_name(timeline.asked), period_name(timeline.period)));
    }
    const auto note = [&notes](std::uint64_t articles, std::string_view kind) {
        if (articles == 0) return;
        notes.push_back(fmt::format("{} {} article{} not shown.", articles, kind,
                                    articles == 1 ? " is" : "s are"));
    };
    note(timeline.undated, "undated");
    note(timeline.earlier, "earlier");
    note(timeline.later, "wrongly dated");
    return notes;
}

std::string bar_label(const Timeline& timeline, const TimelineBar& bar) {
    constexpr std::size_t kYear = 4;
    constexpr std::size_t kMonth = 7;
    std::string label = iso_day(bar.first);
    if (timeline.period == Period::Year) label.resize(kYear);
    if (timeline.period == Period::Month) label.resize(kMonth);
    return label;
}

double bar_percent(const TimelineBar& bar) {
    constexpr double kPercent = 100;
    if (bar.of == 0) return 0;
    return kPercent * static_cast<double>(bar.articles) / static_cast<double>(bar.of);
}

}  // namespace sitrep
