#include "base/strings.hpp"
#include "base/terminal.hpp"
#include "base/utf8.hpp"
#include "query/render/counts.hpp"
#include "query/render/links.hpp"
#include "query/render/marked_text.hpp"
#include "query/render/renderer.hpp"
#include "query/render/shown_fact.hpp"
#include "query/render/summary.hpp"
#include "query/render/wrap.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace sitrep {
namespace {

constexpr std::string_view kIndent = "    ";

std::string facts_line(const Hit& hit, const RenderStyle& style) {
    std::vector<std::string> facts = {shown_fact(shown_day(hit.header.published))};
    for (const std::string* fact : {&hit.header.outlet, &hit.header.section}) {
        if (!fact->empty()) facts.push_back(shown_fact(*fact));
    }
    if (!hit.path.empty())  // whole, or it names no file
        facts.push_back(linked(printable(hit.path), style.links ? file_link(hit.file) : ""));
    return join(facts, " · ");
}

std::string headline(const Hit& hit, const RenderStyle& style) {
    const std::string& title = hit.header.title;
    if (title.empty()) return "(no headline)";
    std::string out = marked(title.substr(0, utf8::floor_boundary(title, kLongestShown)),
                             hit.title_highlights, style.colour, kBold);
    if (title.size() > kLongestShown) out += kCut;
    return linked(out, style.links ? web_link(hit.header.url) : "");
}

std::string snippet(const Hit& hit, const RenderStyle& style) {
    const std::string heading =
        hit.snippet.heading.empty() ? "" : "[" + shown_fact(hit.snippet.heading) + "] ";
    return heading + marked(hit.snippet.text, hit.snippet.highlights, style.colour);
}

/// `text` behind `begin`, on a terminal in lines of its width.
std::string block(const std::string& begin, const std::string& text, const RenderStyle& style) {
    if (!style.terminal) return begin + text + "\n";
    return begin + wrapped(text, style.width, begin.size(), kIndent.size()) + "\n";
}

void append_hit(std::string& out, const Hit& hit, const RenderStyle& style) {
    const std::string indent(kIndent);
    const std::string change =
        hit.change == Change::None ? "" : fmt::format("[{}] ", change_word(hit.change));
    out += block(fmt::format("{}. {}", hit.rank, change), headline(hit, style), style);
    out += block(indent, facts_line(hit, style), style);
    if (!hit.snippet.text.empty()) out += block(indent, snippet(hit, style), style);
    if (!hit.copies.empty()) out += block(indent, copies_line(hit), style);
}

}  // namespace

std::string render_text(const Answer& answer, const RenderStyle& style) {
    const HitList& list = answer.list;
    const std::string counts = facets_text(list) + timeline_text(list, style);
    if (list.hits.empty() && (list.total == 0 || (counts.empty() && list.words.empty()))) return "";
    std::string out = answer.watch.empty() ? relaxation_text(list) : news_text(answer.watch, list);
    if (!out.empty()) out += "\n";
    for (const Hit& hit : list.hits) {
        if (!out.empty()) out += "\n";
        append_hit(out, hit, style);
    }
    if (const std::string words = words_text(list, style); !words.empty())
        out += (out.empty() ? "" : "\n") + words;
    if (!counts.empty()) out += (out.empty() ? "" : "\n") + counted_text(list) + "\n" + counts;
    return out;
}

}  // namespace sitrep
