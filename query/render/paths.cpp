#include "base/terminal.hpp"
#include "query/render/renderer.hpp"

namespace sitrep {

namespace {

std::string paths(const Answer& answer, const RenderStyle& style, char end) {
    std::string out;
    for (const Hit& hit : answer.list.hits) {
        if (hit.change == Change::Gone) continue;  // a path that is there is wanted
        out += style.terminal ? printable(hit.path) : hit.path;
        out += end;
    }
    return out;
}

}  // namespace

std::string render_paths(const Answer& answer, const RenderStyle& style) {
    return paths(answer, style, '\n');
}

std::string render_paths0(const Answer& answer, const RenderStyle& style) {
    return paths(answer, style, style.terminal ? '\n' : '\0');
}

}  // namespace sitrep
