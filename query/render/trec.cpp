#include "base/strings.hpp"
#include "query/render/renderer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_set>

namespace sitrep {
namespace {

std::string docid_of(const std::string& id) {
    std::string docid = id;
    std::replace_if(docid.begin(), docid.end(), is_ascii_space, '_');
    return docid.empty() ? "_" : docid;
}

}  // namespace

std::string render_trec(const Answer& answer, const RenderStyle& style) {
    const std::string_view qid = answer.qid.empty() ? std::string_view("1") : answer.qid;
    std::string out;
    std::unordered_set<std::string> seen;
    double ceiling = std::numeric_limits<double>::infinity();
    for (const Hit& hit : answer.list.hits) {
        std::string docid = docid_of(hit.id);
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
