#include "base/terminal.hpp"
#include "query/render/counts.hpp"
#include "query/render/wrap.hpp"
#include "text/display_width.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace sitrep {
namespace {

constexpr std::size_t kShownValues = 10;
constexpr std::size_t kWidestName = 50;  // columns
constexpr std::string_view kIndent = "    ";

std::string padded(std::string text, std::size_t width) {
    text.resize(text.size() + width - std::min(width, display_width(text)), ' ');
    return text;
}

std::string shown_name(const FacetValue& value) {
    std::string name = printable(value.name);
    if (display_width(name) <= kWidestName) return name;
    name.resize(bytes_within(name, kWidestName - 1));
    return name + "…";
}

std::size_t digits(std::uint64_t number) { return std::to_string(number).size(); }

void append_facet(const FacetCounts& facet, std::string& out) {
    const std::size_t shown = std::min(facet.values.size(), kShownValues);
    std::size_t width = 0;
    std::size_t number_width = 0;
    for (std::size_t i = 0; i < shown; ++i) {
        width = std::max(width, display_width(shown_name(facet.values[i])));
        number_width = std::max(number_width, digits(facet.values[i].articles));
    }
    out += fmt::format("\nBy {}:\n", facet_row(facet.facet).name);
    for (std::size_t i = 0; i < shown; ++i) {
        out += fmt::format("{}{}  {:>{}}\n", kIndent, padded(shown_name(facet.values[i]), width),
                           facet.values[i].articles, number_width);
    }
    const std::uint64_t others = facet.values.size() - shown + facet.other_values;
    if (others > 0) out += fmt::format("{}and {} more\n", kIndent, others);
    if (facet.without > 0) out += fmt::format("{}none: {}\n", kIndent, facet.without);
}

/// `length` columns, in eighths of one; what is more than nothing is seen.
std::string bar(double length) {
    constexpr std::string_view kEighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    constexpr unsigned kParts = 8;
    const auto parts = static_cast<unsigned>(std::lround(length * kParts));
    std::string out;
    for (unsigned i = 0; i < parts / kParts; ++i) out += "█";
    out += kEighths[parts % kParts];
    return out.empty() && length > 0 ? std::string(kEighths[1]) : out;
}

std::size_t bar_width(const Timeline& timeline, std::size_t number_width, std::size_t width) {
    constexpr std::size_t kLeast = 10;
    constexpr std::size_t kMost = 60;
    const std::size_t taken = kIndent.size() + bar_label(timeline, timeline.bars.front()).size() +
                              number_width + std::string_view("      100.0 %").size();
    return std::clamp(width - std::min(width, taken), kLeast, kMost);
}

std::string bar_line(const Timeline& timeline, const TimelineBar& each, std::size_t width,
                     std::uint64_t most) {
    const double length =
        static_cast<double>(width * each.articles) / static_cast<double>(std::max(most, {1}));
    const std::string share =
        each.of == 0 ? fmt::format("{:>7}", "–") : fmt::format("{:5.1f} %", bar_percent(each));
    return fmt::format("{}{}  {}  {:>{}}  {}\n", kIndent, bar_label(timeline, each),
                       padded(bar(length), width), each.articles, digits(most), share);
}

/// Where the bars that have no articles end, from `first` on.
auto end_of_gap(const std::vector<TimelineBar>& bars,
                std::vector<TimelineBar>::const_iterator first) {
    return std::find_if(first, bars.end(),
                        [](const TimelineBar& bar) { return bar.articles != 0; });
}

}  // namespace

std::string facets_text(const HitList& list) {
    std::string out;
    for (const FacetCounts& facet : list.facets) append_facet(facet, out);
    return out;
}

std::string words_text(const HitList& list, const RenderStyle& style) {
    if (list.words.empty()) return "";
    const std::string line = words_line(list);
    return (style.terminal ? wrapped(line, style.width, 0, kIndent.size()) : line) + "\n";
}

std::string timeline_text(const HitList& list, const RenderStyle& style) {
    if (!list.timeline) return "";
    const Timeline& timeline = *list.timeline;
    const std::string head =
        fmt::format("By {}, and share of all articles of that time:", period_name(timeline.period));
    std::string out = "\n" + (style.terminal ? wrapped(head, style.width, 0, 0) : head) + "\n";
    std::uint64_t most = 0;
    for (const TimelineBar& bar : timeline.bars) most = std::max(most, bar.articles);
    for (auto at = timeline.bars.begin(); at != timeline.bars.end();) {
        constexpr std::ptrdiff_t kMostEmpty = 3;  // more are one line
        const auto next = end_of_gap(timeline.bars, at);
        if (next - at > kMostEmpty) {
            out += fmt::format("{}… {} {}s without\n", kIndent, next - at,
                               period_name(timeline.period));
            at = next;
            continue;
        }
        const std::size_t width = bar_width(timeline, digits(most), style.width);
        out += bar_line(timeline, *at++, width, most);
    }
    for (const std::string& note : timeline_notes(timeline))
        out += fmt::format("{}{}\n", kIndent, note);
    return out;
}

}  // namespace sitrep
