#include "base/terminal.hpp"
#include "query/render/renderer.hpp"

namespace sitrep {

std::string render_paths(const Answer& answer, const RenderStyle& style) {
    std::string out;
    for (const Hit& hit : answer.list.hits) {
        out += style.terminal ? printable(hit.path) : hit.path;
        out += '\n';
    }
    return out;
}

}  // namespace sitrep
