// Which root a PATH belongs to. A root is a folder that was named once and is known from then on;
// single files outside every folder root share one root of their own.
#pragma once

#include "base/result.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// The root of loose files; its path is "/", and it is never walked.
inline constexpr const char* kLooseRoot = "files";

/// What a run is to look at.
struct Target {
    std::string root_id;
    std::string root_path;
    std::string subtree;  ///< inside the root; empty: all of it

    /// `path` of this root as an absolute path.
    std::string absolute(const std::string& path) const;
    /// The inverse: an absolute path that lies in this root, seen from it.
    std::string relative(const std::string& absolute) const;
    friend bool operator==(const Target&, const Target&) = default;
};

/// The target that `path` means among the known `roots` (id to absolute path). A path inside a
/// known root is a part of it, even when it has vanished; else a folder is a new root and a file is
/// loose (what has vanished may have been, once there are loose files). A link is taken for what it
/// leads to. Fails with Io when there is nothing at `path`.
Result<Target> find_target(const std::string& path,
                           const std::map<std::string, std::string>& roots);

/// A root for people: its folder.
std::string root_name(const std::string& id, const std::string& path);

/// Whether a root may be called so: up to 64 letters, digits, `.`, `_` and `-`, the first a letter
/// or digit.
bool is_root_id(std::string_view text);

/// The folder `path` as the root `id`, which may be known by another path: it has moved then. Fails
/// with Usage when it is no folder or lies in a root of another id.
Result<Target> named_root(const std::string& path, const std::string& id,
                          const std::map<std::string, std::string>& roots);

/// `path` made absolute, and what it leads to when it is a link.
std::string resolved_path(const std::string& path);

/// The ids of the known folder roots that lie inside `folder`: a root that holds them takes them
/// over.
std::vector<std::string> roots_inside(const std::string& folder,
                                      const std::map<std::string, std::string>& roots);

/// `targets` without those that lie inside another one, so that no file is looked at twice.
std::vector<Target> without_covered(const std::vector<Target>& targets);

}  // namespace sitrep
