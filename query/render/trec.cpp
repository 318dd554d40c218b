#include "base/strings.hpp"
#include "base/terminal.hpp"
#include "base/utf8.hpp"
#include "query/render/renderer.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <unordered_set>

namespace sitrep {
namespace {

/// Bytes that an 8-bit terminal takes for C1 controls where they are no part of UTF-8.
bool is_raw_c1(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 && byte <= 0x9F;
}

/// `text` as one column: white space and all that printable() would not let pass become `_`,
/// whether a terminal looks or not, so that a run is the same everywhere.
std::string column(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::CodePoint point = utf8::decode(text, at);
        const std::string_view bytes = text.substr(at, point.length);
        at += point.length;
        if (!point.valid) {
            for (const char c : bytes) out += is_raw_c1(c) ? '_' : c;
        } else if (is_ascii_space(bytes.front()) || printable(bytes) != bytes) {
            out += '_';
        } else {
            out += bytes;
        }
    }
    return out.empty() ? "_" : out;
}

}  // namespace

std::string render_trec(const Answer& answer, const RenderStyle& style) {
    const std::string qid = answer.qid.empty() ? "1" : column(answer.qid);
    std::string out;
    std::unordered_set<std::string> seen;
    double ceiling = std::numeric_limits<double>::infinity();
    for (const Hit& hit : answer.list.hits) {
        std::string docid = column(hit.id);
        if (seen.contains(docid)) continue;
        const double score =
            hit.score < ceiling ? hit.score
                                : std::nextafter(ceiling, -std::numeric_limits<double>::infinity());
        ceiling = score;
        // fmt prints the shortest digits that read back as the same number.
        out += fmt::format("{} Q0 {} {} {} {}\n", qid, docid, hit.rank, score, style.tag);
        seen.insert(std::move(docid));
    }
    return out;
}

}  // namespace sitrep
