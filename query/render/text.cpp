#include "base/strings.hpp"
#include "base/terminal.hpp"
#include "base/utf8.hpp"
#include "query/render/counts.hpp"
#include "query/render/renderer.hpp"
#include "query/render/summary.hpp"

#include <fmt/format.h>

#include <vector>

namespace sitrep {
namespace {

constexpr std::string_view kBold = "\033[1m";
constexpr std::string_view kMatch = "\033[1;31m";  // as grep marks
constexpr std::string_view kPlain = "\033[0m";
constexpr std::string_view kIndent = "    ";

constexpr std::size_t kLongest = 300;  // bytes of a headline or a fact that are shown
constexpr std::string_view kCut = "…";

std::string_view beginning(std::string_view text) {
    return text.substr(0, utf8::floor_boundary(text, kLongest));
}

/// What is shown of a fact.
std::string shown(std::string_view fact) {
    std::string out = printable(beginning(fact));
    if (fact.size() > kLongest) out += kCut;
    return out;
}

/// `text` made printable, its matches red, the rest in `base` (a colour, or empty for none).
std::string marked(std::string_view text, const std::vector<ByteRange>& matches, bool colour,
                   std::string_view base) {
    if (!colour) return printable(text);
    std::string out(base);
    std::size_t at = 0;
    for (const ByteRange& match : matches) {
        if (match.begin < at || match.end > text.size() || match.begin >= match.end) continue;
        out += printable(text.substr(at, match.begin - at));
        out += kMatch;
        out += printable(text.substr(match.begin, match.end - match.begin));
        out += kPlain;
        out += base;
        at = match.end;
    }
    out += printable(text.substr(at));
    if (!base.empty()) out += kPlain;
    return out;
}

std::string facts_line(const Hit& hit) {
    std::vector<std::string> facts = {shown(shown_day(hit.header.published))};
    for (const std::string* fact : {&hit.header.outlet, &hit.header.section}) {
        if (!fact->empty()) facts.push_back(shown(*fact));
    }
    if (!hit.path.empty()) facts.push_back(printable(hit.path));  // whole, or it names no file
    return join(facts, " · ");
}

void append_hit(std::string& out, const Hit& hit, bool colour) {
    out += fmt::format("{}. ", hit.rank);
    const std::string& title = hit.header.title;
    out += title.empty() ? "(no headline)"
                         : marked(beginning(title), hit.title_highlights, colour, kBold);
    if (title.size() > kLongest) out += kCut;
    out += fmt::format("\n{}{}\n", kIndent, facts_line(hit));
    if (hit.snippet.text.empty()) return;
    out += kIndent;
    if (!hit.snippet.heading.empty()) out += "[" + shown(hit.snippet.heading) + "] ";
    out += marked(hit.snippet.text, hit.snippet.highlights, colour, "") + "\n";
}

}  // namespace

std::string render_text(const Answer& answer, const RenderStyle& style) {
    const HitList& list = answer.list;
    const std::string counts = facets_text(list) + timeline_text(list, style);
    if (list.hits.empty() && (list.total == 0 || counts.empty())) return "";
    std::string out = relaxation_text(list);
    if (!out.empty()) out += "\n";
    for (const Hit& hit : list.hits) {
        if (!out.empty()) out += "\n";
        append_hit(out, hit, style.colour);
    }
    if (!counts.empty()) out += (out.empty() ? "" : "\n") + counted_text(list) + "\n" + counts;
    return out;
}

}  // namespace sitrep
