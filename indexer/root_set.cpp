#include "indexer/root_set.hpp"

#include "base/file.hpp"
#include "base/hash.hpp"
#include "base/strings.hpp"
#include "indexer/source/file_walker.hpp"

#include <algorithm>
#include <climits>
#include <cstdlib>
#include <memory>
#include <utility>

namespace sitrep {
namespace {

constexpr std::size_t kIdDigits = 16;

/// Whether a walk of `folder` comes by `path`, ignore files apart.
bool looks_at(const std::string& folder, const std::string& path) {
    if (!is_inside(path, folder)) return false;
    const std::vector<std::string_view> names =
        split(std::string_view(path).substr(folder == "/" ? 0 : folder.size()), '/');
    return std::none_of(names.begin(), names.end(), is_never_walked);
}

/// Of the path; another where a root has it that has moved since.
std::string new_root_id(const std::string& path, const std::map<std::string, std::string>& roots) {
    std::string name = path;
    while (true) {
        std::string id = hash_hex(name).substr(0, kIdDigits);
        if (!roots.contains(id)) return id;
        name += '\0';
    }
}

int by_folder(char c) { return c == '/' ? -1 : static_cast<unsigned char>(c); }

}  // namespace

KnownRoots::KnownRoots(std::map<std::string, std::string> paths) : paths_(std::move(paths)) {
    for (const auto& [id, path] : paths_) canonical_[id] = canonical_path(path);
}

void KnownRoots::put(const std::string& id, const std::string& path) {
    paths_[id] = path;
    canonical_[id] = canonical_path(path);
}

std::optional<Target> KnownRoots::around(const std::string& path) const {
    const std::string canonical = canonical_path(path);
    const std::string* outermost = nullptr;
    std::optional<Target> best;
    for (const auto& [id, root] : canonical_) {
        if (id == kLooseRoot || !looks_at(root, canonical)) continue;
        if (outermost != nullptr && root.size() >= outermost->size()) continue;
        outermost = &root;
        best = Target{id, paths_.at(id), Target{id, root, ""}.relative(canonical)};
    }
    return best;
}

std::string Target::absolute(const std::string& path) const { return joined_path(root_path, path); }

std::string resolved_path(const std::string& path) {
    std::string absolute = absolute_path(path);
    const Result<FileInfo> info = file_info(absolute);
    if (!info || info->kind != FileKind::Link) return absolute;
    const std::unique_ptr<char, void (*)(void*)> real(::realpath(absolute.c_str(), nullptr),
                                                      &std::free);
    return real ? std::string(real.get()) : absolute;
}

std::string Target::relative(const std::string& absolute) const {
    if (absolute == root_path) return "";
    return absolute.substr(root_path == "/" ? 1 : root_path.size() + 1);
}

Result<Target> find_target(const std::string& path, const KnownRoots& roots) {
    const std::string absolute = resolved_path(path);
    const Result<FileInfo> info = file_info(absolute);
    if (!info) return info.error();
    if (std::optional<Target> known = roots.around(absolute)) return *std::move(known);
    switch (info->kind) {
        case FileKind::Directory:
            return Target{new_root_id(absolute, roots.paths()), absolute, ""};
        case FileKind::Regular:
            return Target{kLooseRoot, "/", absolute.substr(1)};
        case FileKind::Missing:
            if (roots.paths().contains(kLooseRoot))
                return Target{kLooseRoot, "/", absolute.substr(1)};
            return Error{ErrorCode::Io, path + ": no such file or folder", "check the name"};
        default:
            return Error{ErrorCode::Io, path + ": is neither a folder nor a regular file"};
    }
}

std::string root_name(const std::string& id, const std::string& path) {
    return id == kLooseRoot ? "files named one by one" : path;
}

bool is_root_id(std::string_view text) {
    constexpr std::size_t kMost = 64;
    const auto plain = [](char c) { return is_ascii_alpha(c) || is_ascii_digit(c); };
    return !text.empty() && text.size() <= kMost && text != kLooseRoot && plain(text.front()) &&
           std::all_of(text.begin(), text.end(),
                       [&](char c) { return plain(c) || c == '.' || c == '_' || c == '-'; });
}

Result<Target> named_root(const std::string& path, const std::string& id, const KnownRoots& roots) {
    const std::string absolute = resolved_path(path);
    const Result<FileInfo> info = file_info(absolute);
    if (!info) return info.error();
    if (info->kind == FileKind::Missing)
        return Error{ErrorCode::Io, path + ": no such file or folder", "check the name"};
    if (info->kind != FileKind::Directory)
        return Error{ErrorCode::Usage, path + " is no folder, and --root-id names one"};
    const std::optional<Target> around = roots.around(absolute);
    if (around && around->root_id != id) {
        const auto& [known, root, subtree] = *around;
        return Error{ErrorCode::Usage,
                     subtree.empty()
                         ? root + " is a root already, by the id " + known
                         : path + " is a part of the root " + root + ", whose id is " + known,
                     "say --root-id " + known + ", or drop it first: sitrep-index --forget " +
                         shell_quoted(root)};
    }
    return Target{id, absolute, ""};
}

std::vector<std::string> roots_inside(const std::string& folder,
                                      const std::map<std::string, std::string>& roots) {
    const std::string outer = canonical_path(folder);
    std::vector<std::string> inside;
    for (const auto& [id, root] : roots) {
        if (id == kLooseRoot) continue;
        const std::string inner = canonical_path(root);
        if (inner != outer && looks_at(outer, inner)) inside.push_back(id);
    }
    return inside;
}

std::vector<Target> without_covered(const std::vector<Target>& targets) {
    std::vector<Target> sorted = targets;
    const auto place = [](const Target& target) { return target.absolute(target.subtree); };
    // With '/' the least of all bytes, what lies in a folder comes right after it.
    std::stable_sort(sorted.begin(), sorted.end(), [&](const Target& a, const Target& b) {
        return std::ranges::lexicographical_compare(place(a), place(b), {}, by_folder, by_folder);
    });
    std::vector<Target> kept;
    std::vector<std::string> around;  // the places of those kept that hold this one
    for (Target& target : sorted) {
        const std::string at = place(target);
        while (!around.empty() && !is_inside(at, around.back())) around.pop_back();
        if (std::any_of(around.begin(), around.end(),
                        [&](const std::string& folder) { return looks_at(folder, at); }))
            continue;
        kept.push_back(std::move(target));
        around.push_back(at);
    }
    return kept;
}

}  // namespace sitrep
