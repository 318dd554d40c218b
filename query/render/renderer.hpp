// The answer as a person or a program wants to read it. A renderer is a function from plain data to
// text; it opens, asks and measures nothing.
#pragma once

#include "model/hit.hpp"

#include <array>
#include <string>
#include <string_view>

namespace sitrep {

struct Answer {
    std::string_view question;  ///< as the user gave it; any bytes
    std::string_view qid;       ///< its number in a batch; empty: not a batch
    const HitList& list;
    std::string_view watch = {};  ///< whose news the list is; empty: it is an answer
    bool wants_words = false;     ///< that set the hits apart, though there may be none
};

struct RenderStyle {
    bool colour = false;              ///< bold and red are wanted
    bool terminal = false;            ///< a person looks: nothing raw
    bool links = false;               ///< headlines and paths may be links (OSC 8)
    std::string_view tag = "sitrep";  ///< the last column of a TREC run
    std::size_t width = 80;           ///< columns of the terminal, or what files are written for
};

/// Blocks for people. What comes from articles is cut where it is endless (a headline, a fact; not
/// the path) and printable() on its way out; colour is ours.
std::string render_text(const Answer& answer, const RenderStyle& style);
/// One JSON object and a newline; valid UTF-8 whatever the file names are, on a terminal ASCII.
std::string render_json(const Answer& answer, const RenderStyle& style);
/// A path a line: its raw bytes, but printable() on a terminal.
std::string render_paths(const Answer& answer, const RenderStyle& style);
/// Lines of a TREC run: `qid Q0 docid rank score tag`. White space, control and format
/// characters in a docid or qid become underscores; of several articles with one id the first is
/// kept; scores fall strictly, by the least step where they are equal, so that a reader who sorts
/// by score keeps our order.
std::string render_trec(const Answer& answer, const RenderStyle& style);

/// The same with a zero byte behind each path, on a terminal a new line.
std::string render_paths0(const Answer& answer, const RenderStyle& style);
/// render_json()'s objects of hits, one a line.
std::string render_jsonl(const Answer& answer, const RenderStyle& style);
/// A line of names, then one a hit. csv: RFC 4180, and an apostrophe before what a spreadsheet
/// would take for a formula. tsv: as it is, tabs and line ends made blanks.
std::string render_csv(const Answer& answer, const RenderStyle& style);
std::string render_tsv(const Answer& answer, const RenderStyle& style);
/// CommonMark, counts as tables.
std::string render_markdown(const Answer& answer, const RenderStyle& style);
/// One page without scripts that loads nothing; everything from articles is escaped.
std::string render_html(const Answer& answer, const RenderStyle& style);
/// An entry a hit: @article where the outlet is known, else @misc; see citation_key().
std::string render_bibtex(const Answer& answer, const RenderStyle& style);
/// A list of items as CSL-JSON 1.0 has them.
std::string render_csl_json(const Answer& answer, const RenderStyle& style);

enum class OutputFormat {
    Text,
    Json,
    Jsonl,
    Csv,
    Tsv,
    Paths,
    Paths0,
    Markdown,
    Html,
    Bibtex,
    CslJson,
    Trec
};

/// What a format can carry.
enum FormatTrait : unsigned {
    kWithSnippets = 1U << 0U,
    kInBatch = 1U << 1U,  ///< can be the format of a batch
    kOfAll = 1U << 2U,    ///< tells of the answer as a whole: what was relaxed, facets, timeline
    kFoldsCopies = 1U << 3U,  ///< where each copy is a row or a file, none is to miss
    kOfChanges = 1U << 4U,    ///< can tell the news of a watch
};

struct RendererRow {
    OutputFormat format;
    std::string_view name;  ///< as in --format
    std::string (*render)(const Answer&, const RenderStyle&);
    unsigned traits;  ///< of FormatTrait

    constexpr bool has(FormatTrait trait) const { return (traits & trait) != 0; }
};

/// Rows in the order of the enumeration.
inline constexpr std::array<RendererRow, 12> kRenderers = {{
    {OutputFormat::Text, "text", render_text, kWithSnippets | kOfAll | kFoldsCopies | kOfChanges},
    {OutputFormat::Json, "json", render_json,
     kWithSnippets | kInBatch | kOfAll | kFoldsCopies | kOfChanges},
    {OutputFormat::Jsonl, "jsonl", render_jsonl,
     kWithSnippets | kInBatch | kFoldsCopies | kOfChanges},
    {OutputFormat::Csv, "csv", render_csv, kWithSnippets},
    {OutputFormat::Tsv, "tsv", render_tsv, kWithSnippets},
    {OutputFormat::Paths, "paths", render_paths, kOfChanges},
    {OutputFormat::Paths0, "paths0", render_paths0, kOfChanges},
    {OutputFormat::Markdown, "markdown", render_markdown, kWithSnippets | kOfAll | kFoldsCopies},
    {OutputFormat::Html, "html", render_html, kWithSnippets | kOfAll | kFoldsCopies},
    {OutputFormat::Bibtex, "bibtex", render_bibtex, kFoldsCopies},
    {OutputFormat::CslJson, "csl-json", render_csl_json, kFoldsCopies},
    {OutputFormat::Trec, "trec", render_trec, kInBatch},
}};

constexpr const RendererRow& renderer_row(OutputFormat format) {
    return kRenderers[static_cast<std::size_t>(format)];
}

}  // namespace sitrep
