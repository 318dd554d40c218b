#include "indexer/source/glob.hpp"

#include "base/strings.hpp"

#include <fnmatch.h>

namespace sitrep {
namespace {

bool segment_matches(const std::string& pattern, const std::string& name) {
    return ::fnmatch(pattern.c_str(), name.c_str(), FNM_NOESCAPE) == 0;
}

/// One row of a table: which prefixes of the path a prefix of the pattern can match. Linear in
/// each, whatever stands in the pattern. A last `**` is what is inside, not the folder.
bool path_matches(const std::vector<std::string>& pattern, const std::vector<std::string>& path) {
    std::vector<bool> reached(path.size() + 1, false);
    reached[0] = true;
    for (const std::string& segment : pattern) {
        const bool is_inside = &segment == &pattern.back();
        std::vector<bool> next(path.size() + 1, false);
        bool before = false;
        for (std::size_t i = 0; i <= path.size(); ++i) {
            if (segment == "**") {
                next[i] = before || (reached[i] && !is_inside);
                before = before || reached[i];
            } else if (i > 0 && reached[i - 1]) {
                next[i] = segment_matches(segment, path[i - 1]);
            }
        }
        reached = std::move(next);
    }
    return reached[path.size()];
}

}  // namespace

std::optional<Glob> Glob::parse(std::string_view line) {
    while (!line.empty() && is_ascii_space(line.back())) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') return std::nullopt;
    const bool negated = line.front() == '!';
    const bool escaped = line.starts_with("\\#") || line.starts_with("\\!");
    std::optional<Glob> glob = of_pattern(line.substr(negated || escaped ? 1 : 0));
    if (glob) glob->negated_ = negated;
    return glob;
}

std::optional<Glob> Glob::of_pattern(std::string_view pattern) {
    Glob glob;
    if (pattern.ends_with('/')) {
        glob.folders_only_ = true;
        pattern.remove_suffix(1);
    }
    glob.anchored_ = pattern.find('/') != std::string_view::npos;
    if (pattern.starts_with('/')) pattern.remove_prefix(1);
    if (pattern.empty()) return std::nullopt;
    for (const std::string_view part : split(pattern, '/')) glob.segments_.emplace_back(part);
    return glob;
}

bool Glob::matches(std::string_view path, bool is_folder) const {
    if (folders_only_ && !is_folder) return false;
    if (!anchored_)
        return segment_matches(segments_.front(), std::string(path.substr(path.rfind('/') + 1)));
    std::vector<std::string> parts;
    for (const std::string_view part : split(path, '/')) parts.emplace_back(part);
    return path_matches(segments_, parts);
}

}  // namespace sitrep
