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
};

struct RenderStyle {
    bool colour = false;              ///< bold and red are wanted
    bool terminal = false;            ///< a person looks: nothing raw
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

enum class OutputFormat { Text, Json, Paths, Trec };

struct RendererRow {
    OutputFormat format;
    std::string_view name;  ///< as in --format
    std::string (*render)(const Answer&, const RenderStyle&);
    bool wants_snippets;
    bool in_batch;    ///< can be the format of a batch
    bool has_counts;  ///< shows facets and timeline
};

/// Rows in the order of the enumeration.
inline constexpr std::array<RendererRow, 4> kRenderers = {{
    {OutputFormat::Text, "text", render_text, true, false, true},
    {OutputFormat::Json, "json", render_json, true, true, true},
    {OutputFormat::Paths, "paths", render_paths, false, false, false},
    {OutputFormat::Trec, "trec", render_trec, false, true, false},
}};

constexpr const RendererRow& renderer_row(OutputFormat format) {
    return kRenderers[static_cast<std::size_t>(format)];
}

}  // namespace sitrep
