#include "search/query_paths.hpp"

#include "base/environment.hpp"
#include "base/file.hpp"
#include "base/strings.hpp"

#include <algorithm>
#include <type_traits>

namespace sitrep {
namespace {

void take_off_root(std::string& path, const std::vector<std::string>& roots) {
    path = from_home(path);
    std::size_t longest = 0;
    for (const std::string& root : roots) {
        if (path.size() > root.size() + 1 && is_inside(path, root))
            longest = std::max(longest, root.size());
    }
    path.erase(0, longest);
}

std::string_view without_slashes_behind(std::string_view path) {
    while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
    return path;
}

/// Of `feed.jsonl#12` the file, as hits name an article of several in one; empty for other paths.
std::string_view file_of_record(std::string_view path) {
    const std::size_t mark = path.rfind('#');
    if (mark == std::string_view::npos || mark == 0 || mark + 1 == path.size()) return {};
    const std::string_view number = path.substr(mark + 1);
    const bool counts = std::all_of(number.begin(), number.end(), is_ascii_digit);
    return counts ? path.substr(0, mark) : std::string_view();
}

}  // namespace

std::string path_remark(std::string_view asked, const std::vector<std::string>& roots) {
    const std::string path = from_home(std::string(asked));
    if (std::find(roots.begin(), roots.end(), without_slashes_behind(path)) != roots.end())
        return "this was indexed itself, and path: finds what lies inside of it";
    if (const std::string_view file = file_of_record(asked); !file.empty())
        return "path: finds files: path:" + std::string(file) +
               " has all articles of it, --show the one";
    return {};
}

void paths_inside_roots(Query& query, const std::vector<std::string>& roots) {
    std::visit(
        [&roots](auto& node) {
            if constexpr (requires {
                              node.field;
                              node.text;
                          }) {
                if (node.field == Field::Path) take_off_root(node.text, roots);
            }
        },
        query.node);
    each_child(query, [&roots](Query& child) { paths_inside_roots(child, roots); });
}

}  // namespace sitrep
