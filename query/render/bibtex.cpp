#include "base/strings.hpp"
#include "base/terminal.hpp"
#include "query/render/citation.hpp"
#include "query/render/links.hpp"
#include "query/render/renderer.hpp"
#include "text/date.hpp"

#include <fmt/format.h>

#include <array>

namespace sitrep {
namespace {

/// `text` as TeX prints it.
std::string tex(std::string_view text) {
    std::string out;
    for (const char c : printable(text)) {
        switch (c) {
            case '\\':
                out += "\\textbackslash{}";
                break;
            case '~':
                out += "\\textasciitilde{}";
                break;
            case '^':
                out += "\\textasciicircum{}";
                break;
            case '{':  // escaped by a backslash it would count as a brace all the same
                out += "\\textbraceleft{}";
                break;
            case '}':
                out += "\\textbraceright{}";
                break;
            case '$':
            case '&':
            case '#':
            case '%':
            case '_':
                out += '\\';
                out += c;
                break;
            default:
                out += c;
        }
    }
    return out;
}

/// In braces what BibTeX would take apart: an office, a name turned round.
std::string name(const std::string& author) {
    const bool whole = author.find(',') != std::string::npos ||
                       contains_ignoring_case(" " + author + " ", " and ");
    return whole ? "{" + tex(author) + "}" : tex(author);
}

std::string names(const std::vector<std::string>& authors) {
    std::vector<std::string> parts;
    parts.reserve(authors.size());
    for (const std::string& author : authors) parts.push_back(name(author));
    return join(parts, " and ");
}

void append_field(std::string_view name, const std::string& value, std::string& out) {
    if (!value.empty()) out += fmt::format(",\n  {} = {{{}}}", name, value);
}

void append_day(const std::string& published, std::string& out) {
    constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                          "jul", "aug", "sep", "oct", "nov", "dec"};
    const std::optional<Day> day = parse_day(published);
    if (!day) return;
    append_field("date", iso_day(*day), out);
    append_field("year", std::to_string(day->year), out);
    out += fmt::format(",\n  month = {}", kMonths[static_cast<std::size_t>(day->month - 1)]);
}

}  // namespace

std::string render_bibtex(const Answer& answer, const RenderStyle& /*style*/) {
    std::string out;
    for (const Hit& hit : answer.list.hits) {
        const ArticleHeader& header = hit.header;
        const bool published = !header.outlet.empty();
        if (!out.empty()) out += '\n';
        out += fmt::format("@{}{{{}", published ? "article" : "misc", citation_key(hit));
        append_field("title", header.title.empty() ? "" : "{" + tex(header.title) + "}", out);
        append_field("author", names(header.authors), out);
        append_field("journal", tex(header.outlet), out);
        append_day(header.published, out);
        const std::string url = web_link(header.url);
        append_field("url", url, out);
        if (header.title.empty() && url.empty()) append_field("note", tex(hit.path), out);
        out += "\n}\n";
    }
    return out;
}

}  // namespace sitrep
