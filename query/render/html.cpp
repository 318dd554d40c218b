// One page that needs nothing else: no script, no address that a browser would load.
#include "query/render/html.hpp"

#include "base/terminal.hpp"
#include "base/version.hpp"
#include "query/render/counts.hpp"
#include "query/render/links.hpp"
#include "query/render/marked_text.hpp"
#include "query/render/renderer.hpp"
#include "query/render/shown_fact.hpp"
#include "query/render/summary.hpp"

#include <fmt/format.h>

namespace sitrep {
namespace {

constexpr std::string_view kHead =
    R"(<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<style>
:root { color-scheme: light dark; --ink: #1c2024; --soft: #5d6670; --paper: #fff; --line: #d8dde2; --bar: #2b6cb0; --mark: #ffe9a8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e8ec; --soft: #9aa5b0; --paper: #15191d; --line: #343b42; --bar: #63a4e8; --mark: #5c4a12; } }
body { margin: 2rem auto; padding: 0 1rem; max-width: 50rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.05rem; margin: 0; } h3 { font-size: 1rem; margin: 0 0 .3rem; }
.soft, .facts { color: var(--soft); font-size: .875rem; } p { margin: .3rem 0; }
article { padding: .8rem 0; border-top: 1px solid var(--line); break-inside: avoid; }
a { color: inherit; } mark { background: var(--mark); color: inherit; }
.counts { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: 1.2rem; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; } td { padding: .1rem 0; border-bottom: 1px solid var(--line); vertical-align: top; } td + td { text-align: right; padding-left: .8rem; }
figure { margin: 1rem 0; overflow-x: auto; } svg { width: 100%; min-width: 36rem; height: auto; } svg rect { fill: var(--bar); } svg text { fill: var(--soft); font: 11px system-ui, sans-serif; } svg line { stroke: var(--line); }
@media print { body { margin: 0; max-width: none; } a[href^=http]::after { content: " <" attr(href) ">"; font-size: .75rem; font-weight: normal; } }
</style>
)";

std::string marked(std::string_view text, const std::vector<ByteRange>& matches) {
    std::string out;
    each_piece(text, matches, [&out](std::string_view piece, bool is_match) {
        const std::string escaped = html_escaped(piece);
        out += is_match ? "<mark>" + escaped + "</mark>" : escaped;
    });
    return out;
}

void append_hit(const Hit& hit, std::string& out) {
    const ArticleHeader& header = hit.header;
    std::string title =
        header.title.empty() ? "(no headline)" : marked(header.title, hit.title_highlights);
    if (const std::string link = web_link(header.url); !link.empty())
        title = fmt::format(R"(<a href="{}" rel="noreferrer">{}</a>)", html_escaped(link), title);
    std::string facts = html_escaped(shown_day(header.published));
    for (const std::string* fact : {&header.outlet, &header.section}) {
        if (!fact->empty()) facts += " · " + html_escaped(*fact);
    }
    for (const std::string& author : header.authors) facts += " · " + html_escaped(author);
    out += fmt::format("<article>\n<h2>{}. {}</h2>\n<p class=\"facts\">{}</p>\n", hit.rank, title,
                       facts);
    if (!hit.snippet.text.empty())
        out += "<p>" + marked(hit.snippet.text, hit.snippet.highlights) + "</p>\n";
    out += "<p class=\"facts\">" + html_escaped(hit.path);
    if (!hit.copies.empty()) out += "<br>" + html_escaped(copies_line(hit));
    out += "</p>\n</article>\n";
}

void append_facet(const FacetCounts& facet, std::string& out) {
    constexpr std::size_t kShown = 20;
    out += fmt::format("<section>\n<h3>By {}</h3>\n<table>\n", facet_row(facet.facet).name);
    const std::size_t shown = std::min(facet.values.size(), kShown);
    for (std::size_t i = 0; i < shown; ++i) {
        out += fmt::format("<tr><td>{}</td><td>{}</td></tr>\n", html_escaped(facet.values[i].name),
                           facet.values[i].articles);
    }
    const std::uint64_t others = facet.values.size() - shown + facet.other_values;
    if (others > 0) out += fmt::format("<tr><td>and {} more</td><td></td></tr>\n", others);
    if (facet.without > 0) out += fmt::format("<tr><td>none</td><td>{}</td></tr>\n", facet.without);
    out += "</table>\n</section>\n";
}

void append_counts(const HitList& list, std::string& out) {
    if (list.facets.empty() && !list.timeline) return;
    out += "<p class=\"soft\">" + html_escaped(counted_text(list)) + "</p>\n";
    if (list.timeline) {
        out += fmt::format("<figure>\n<figcaption>By {}</figcaption>\n{}",
                           period_name(list.timeline->period), timeline_svg(*list.timeline));
        for (const std::string& note : timeline_notes(*list.timeline))
            out += "<p class=\"soft\">" + note + "</p>\n";
        out += "</figure>\n";
    }
    out += "<div class=\"counts\">\n";
    for (const FacetCounts& facet : list.facets) append_facet(facet, out);
    out += "</div>\n";
}

}  // namespace

std::string html_escaped(std::string_view text) {
    std::string out;
    for (const char c : printable(text)) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string render_html(const Answer& answer, const RenderStyle& /*style*/) {
    const HitList& list = answer.list;
    const std::string question = html_escaped(answer.question);
    std::string out = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n";
    out += kHead;
    out += fmt::format(
        "<meta name=\"generator\" content=\"Sitrep {}\">\n<title>{}</title>\n</head>\n<body>\n"
        "<h1>{}</h1>\n<p class=\"soft\">{}</p>\n",
        version(), question, question, summary_text(list));
    if (const std::string relaxed = relaxation_text(list); !relaxed.empty())
        out += "<p class=\"soft\">" + html_escaped(relaxed) + "</p>\n";
    if (!list.words.empty()) out += "<p>" + html_escaped(words_line(list)) + "</p>\n";
    append_counts(list, out);
    for (const Hit& hit : list.hits) append_hit(hit, out);
    return out + "</body>\n</html>\n";
}

}  // namespace sitrep
