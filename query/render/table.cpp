// csv and tsv: a line a hit, the columns of kColumns.
#include "base/strings.hpp"
#include "base/terminal.hpp"
#include "base/utf8.hpp"
#include "query/render/renderer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

constexpr std::array<std::string_view, 11> kColumns = {"rank",    "score",     "id",     "path",
                                                       "title",   "published", "outlet", "section",
                                                       "authors", "url",       "snippet"};

std::array<std::string, kColumns.size()> row_of(const Hit& hit) {
    const ArticleHeader& header = hit.header;
    return {std::to_string(hit.rank),
            fmt::format("{}", hit.score),
            hit.id,
            hit.path,
            header.title,
            header.published,
            header.outlet,
            header.section,
            join(header.authors, "; "),
            header.url,
            hit.snippet.text};
}

/// RFC 4180; what a spreadsheet would run as a formula has an apostrophe before it.
std::string csv_field(const std::string& value) {
    std::string field = value;
    if (!field.empty() && std::string_view("=+-@\t\r").find(field[0]) != std::string_view::npos)
        field.insert(0, 1, '\'');
    if (field.find_first_of(",\"\r\n") == std::string::npos) return field;
    std::string quoted = "\"";
    for (const char c : field) quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + "\"";
}

/// Tabs and line ends are blanks.
std::string tsv_field(std::string value) {
    std::replace_if(
        value.begin(), value.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; },
        ' ');
    return value;
}

template <class Row, class Field>
void append_row(const Row& row, char separator, Field field, std::string_view end,
                std::string& out) {
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i > 0) out += separator;
        out += field(std::string(row[i]));
    }
    out += end;
}

template <class Field>
std::string table(const Answer& answer, const RenderStyle& style, char separator, Field field,
                  std::string_view end) {
    const auto shown = [&](const std::string& value) {
        return field(style.terminal ? printable(value) : utf8::repaired(value));
    };
    std::string out;
    append_row(kColumns, separator, field, end, out);
    for (const Hit& hit : answer.list.hits) append_row(row_of(hit), separator, shown, end, out);
    return out;
}

}  // namespace

std::string render_csv(const Answer& answer, const RenderStyle& style) {
    return table(answer, style, ',', csv_field, "\r\n");
}

std::string render_tsv(const Answer& answer, const RenderStyle& style) {
    return table(answer, style, '\t', tsv_field, "\n");
}

}  // namespace sitrep
