#include "query/render/counts.hpp"
#include "query/render/html.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep {
namespace {

// In the picture's own units.
constexpr double kWidth = 800;
constexpr double kTop = 16;
constexpr double kHeight = 140;
constexpr double kBottom = 20;
constexpr double kWidestBar = 60;
constexpr std::size_t kMostLabels = 8;

std::string bar_svg(const Timeline& timeline, const TimelineBar& bar, double x, double width,
                    double height) {
    return fmt::format(
        "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"><title>{}: {}, "
        "{:.1f} % of {}</title></rect>\n",
        x, kTop + kHeight - height, width, height, bar_label(timeline, bar), bar.articles,
        bar_percent(bar), bar.of);
}

}  // namespace

std::string timeline_svg(const Timeline& timeline) {
    const std::vector<TimelineBar>& bars = timeline.bars;
    if (bars.empty()) return "";
    std::uint64_t most = 1;
    for (const TimelineBar& bar : bars) most = std::max(most, bar.articles);
    const double step = std::min(kWidestBar, kWidth / static_cast<double>(bars.size()));
    const std::size_t labelled = (bars.size() + kMostLabels - 1) / kMostLabels;
    std::string out = fmt::format(
        "<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"articles by {}\">\n"
        "<text x=\"0\" y=\"11\">{}</text>\n<line x1=\"0\" x2=\"{}\" y1=\"{}\" y2=\"{}\"/>\n",
        kWidth, kTop + kHeight + kBottom, period_name(timeline.period), most, kWidth,
        kTop + kHeight, kTop + kHeight);
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const double x = step * static_cast<double>(i);
        const double height =
            kHeight * static_cast<double>(bars[i].articles) / static_cast<double>(most);
        constexpr double kFilled = 0.85;  // of a step; the rest is air
        if (bars[i].articles > 0) out += bar_svg(timeline, bars[i], x, step * kFilled, height);
        if (i % labelled == 0) {
            out += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\">{}</text>\n", x,
                               kTop + kHeight + kBottom - 5, bar_label(timeline, bars[i]));
        }
    }
    return out + "</svg>\n";
}

}  // namespace sitrep
