// Which root a PATH belongs to. A root is a folder that was named once and is known from then on;
// single files outside every folder root share one root of their own.
#pragma once

#include "base/result.hpp"

#include <map>
#include <optional>
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

/// The roots that are known, and what the links on the way to them lead to: a folder may be named
/// by several paths.
class KnownRoots {
  public:
    /// By their ids. Absolute paths.
    // NOLINTNEXTLINE(google-explicit-constructor): they are no more than that
    KnownRoots(std::map<std::string, std::string> paths = {});
    void put(const std::string& id, const std::string& path);
    const std::map<std::string, std::string>& paths() const { return paths_; }
    /// The outermost folder root that looks at `path` when it is walked: an inner one may be about
    /// to be taken over.
    std::optional<Target> around(const std::string& path) const;

  private:
    std::map<std::string, std::string> paths_;
    std::map<std::string, std::string> canonical_;
};

/// The target that `path` means. A path inside a known root is a part of it, even when it has
/// vanished; else a folder is a new root and a file is loose (what has vanished may have been, once
/// there are loose files). A link is taken for what it leads to. Fails with Io when there is
/// nothing at `path`.
Result<Target> find_target(const std::string& path, const KnownRoots& roots);

/// A root for people: its folder.
std::string root_name(const std::string& id, const std::string& path);

/// Whether a root may be called so: up to 64 letters, digits, `.`, `_` and `-`, the first a letter
/// or digit.
bool is_root_id(std::string_view text);

/// The folder `path` as the root `id`, which may be known by another path: it has moved then. Fails
/// with Usage when it is no folder or lies in a root of another id.
Result<Target> named_root(const std::string& path, const std::string& id, const KnownRoots& roots);

/// `path` made absolute, and what it leads to when it is a link.
std::string resolved_path(const std::string& path);

/// The ids of the known folder roots that a walk of `folder` looks at, by whatever links they were
/// named: a root that holds them takes
/// them over.
std::vector<std::string> roots_inside(const std::string& folder,
                                      const std::map<std::string, std::string>& roots);

/// `targets` without those that the walk of another one looks at, so that no file is looked at
/// twice.
std::vector<Target> without_covered(const std::vector<Target>& targets);

}  // namespace sitrep
