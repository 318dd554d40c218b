#include "base/strings.hpp"
#include "base/terminal.hpp"
#include "query/render/counts.hpp"
#include "query/render/links.hpp"
#include "query/render/marked_text.hpp"
#include "query/render/renderer.hpp"
#include "query/render/shown_fact.hpp"
#include "query/render/summary.hpp"

#include <fmt/format.h>

namespace sitrep {
namespace {

/// `text` as it is read, whatever signs it holds (CommonMark 0.31, section 2.4).
std::string escaped(std::string_view text) {
    constexpr std::string_view kSigns = "\\`*_[]<>#|~&!";
    std::string out;
    for (const char c : printable(text)) {
        if (kSigns.find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

/// Text that begins a line must not begin a list or a heading.
std::string escaped_line(std::string_view text) {
    std::string out = escaped(text);
    const std::size_t digits = std::min(out.find_first_not_of("0123456789"), out.size());
    const bool is_item = digits < out.size() && (out[digits] == '.' || out[digits] == ')');
    const bool is_sign = digits == 0 && !out.empty() &&
                         std::string_view("-+=").find(out[0]) != std::string_view::npos;
    if ((is_item && digits > 0) || is_sign) out.insert(digits, 1, '\\');
    return out;
}

std::string marked(std::string_view text, const std::vector<ByteRange>& matches) {
    std::string out;
    each_piece(text, matches, [&out](std::string_view piece, bool is_match) {
        const std::string plain = out.empty() ? escaped_line(piece) : escaped(piece);
        out += is_match ? "**" + escaped(piece) + "**" : plain;
    });
    return out;
}

/// In code nothing is escaped: as many backquotes around it as stand nowhere in it.
std::string code(std::string_view text) {
    const std::string shown = printable(text);
    std::string fence = "`";
    while (shown.find(fence) != std::string::npos) fence += '`';
    return fence.size() == 1 ? fence + shown + fence : fence + " " + shown + " " + fence;
}

std::string headline(const Hit& hit) {
    const std::string title =
        hit.header.title.empty() ? "(no headline)" : escaped(hit.header.title);
    const std::string link = web_link(hit.header.url);
    return link.empty() ? "**" + title + "**" : "**[" + title + "](<" + link + ">)**";
}

void append_hit(const Hit& hit, std::string& out) {
    std::string facts = escaped(shown_day(hit.header.published));
    for (const std::string* fact : {&hit.header.outlet, &hit.header.section}) {
        if (!fact->empty()) facts += " · " + escaped(*fact);
    }
    const std::string copies = hit.copies.empty() ? "" : " · " + escaped(copies_line(hit));
    const std::string number = fmt::format("{}. ", hit.rank);
    const std::string indent(number.size(), ' ');
    out += fmt::format("\n{}{}  \n{}{} · {}{}\n", number, headline(hit), indent, facts,
                       code(hit.path), copies);
    if (hit.snippet.text.empty()) return;
    out += fmt::format("\n{}> {}\n", indent, marked(hit.snippet.text, hit.snippet.highlights));
}

void append_facet(const FacetCounts& facet, std::string& out) {
    out += fmt::format("\n| {} | articles |\n|---|---:|\n", facet_row(facet.facet).name);
    for (const FacetValue& value : facet.values)
        out += fmt::format("| {} | {} |\n", escaped(value.name), value.articles);
    if (facet.other_values > 0) out += fmt::format("| *{} more* | |\n", facet.other_values);
    if (facet.without > 0) out += fmt::format("| *none* | {} |\n", facet.without);
}

void append_timeline(const Timeline& timeline, std::string& out) {
    out += fmt::format("\n| {} | articles | share of that time |\n|---|---:|---:|\n",
                       period_name(timeline.period));
    for (const TimelineBar& bar : timeline.bars)
        out += fmt::format("| {} | {} | {:.1f} % |\n", bar_label(timeline, bar), bar.articles,
                           bar_percent(bar));
    for (const std::string& note : timeline_notes(timeline)) out += "\n" + note + "\n";
}

}  // namespace

std::string render_markdown(const Answer& answer, const RenderStyle& /*style*/) {
    const HitList& list = answer.list;
    std::string out = fmt::format("# {}\n\n{}\n", escaped(answer.question), summary_text(list));
    if (const std::string relaxed = relaxation_text(list); !relaxed.empty())
        out += "\n" + escaped(relaxed) + "\n";
    for (const Hit& hit : list.hits) append_hit(hit, out);
    if (!list.words.empty()) out += "\n" + escaped(words_line(list)) + "\n";
    if (!list.facets.empty() || list.timeline) out += "\n## Counts\n\n" + counted_text(list) + "\n";
    for (const FacetCounts& facet : list.facets) append_facet(facet, out);
    if (list.timeline) append_timeline(*list.timeline, out);
    return out;
}

}  // namespace sitrep
