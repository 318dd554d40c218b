#include "search/query_paths.hpp"

#include "base/environment.hpp"
#include "base/file.hpp"

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

}  // namespace

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
