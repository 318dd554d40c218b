#include "indexer/root_set.hpp"

#include "base/file.hpp"
#include "base/hash.hpp"
#include "base/strings.hpp"

#include <algorithm>
#include <climits>
#include <cstdlib>
#include <memory>
#include <optional>
#include <utility>

namespace sitrep {
namespace {

constexpr std::size_t kIdDigits = 16;

/// The outermost known root that `path` lies in: an inner one may be about to be taken over.
std::optional<Target> in_known_root(const std::string& path,
                                    const std::map<std::string, std::string>& roots) {
    std::optional<Target> best;
    for (const auto& [id, root] : roots) {
        if (id == kLooseRoot || !is_inside(path, root)) continue;
        if (!best || root.size() < best->root_path.size()) best = Target{id, root, ""};
    }
    if (best) best->subtree = best->relative(path);
    return best;
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

Result<Target> find_target(const std::string& path,
                           const std::map<std::string, std::string>& roots) {
    const std::string absolute = resolved_path(path);
    const Result<FileInfo> info = file_info(absolute);
    if (!info) return info.error();
    if (std::optional<Target> known = in_known_root(absolute, roots)) return *std::move(known);
    switch (info->kind) {
        case FileKind::Directory:
            return Target{new_root_id(absolute, roots), absolute, ""};
        case FileKind::Regular:
            return Target{kLooseRoot, "/", absolute.substr(1)};
        case FileKind::Missing:
            if (roots.contains(kLooseRoot)) return Target{kLooseRoot, "/", absolute.substr(1)};
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

Result<Target> named_root(const std::string& path, const std::string& id,
                          const std::map<std::string, std::string>& roots) {
    const std::string absolute = resolved_path(path);
    const Result<FileInfo> info = file_info(absolute);
    if (!info) return info.error();
    if (info->kind == FileKind::Missing)
        return Error{ErrorCode::Io, path + ": no such file or folder", "check the name"};
    if (info->kind != FileKind::Directory)
        return Error{ErrorCode::Usage, path + " is no folder, and --root-id names one"};
    for (const auto& [known, root] : roots) {
        if (known == id || known == kLooseRoot || !is_inside(absolute, root)) continue;
        return Error{ErrorCode::Usage,
                     absolute == root
                         ? root + " is a root already, by the id " + known
                         : path + " is a part of the root " + root + ", whose id is " + known,
                     "say --root-id " + known + ", or drop it first: sitrep-index --forget " +
                         shell_quoted(root)};
    }
    return Target{id, absolute, ""};
}

std::vector<std::string> roots_inside(const std::string& folder,
                                      const std::map<std::string, std::string>& roots) {
    std::vector<std::string> inside;
    for (const auto& [id, root] : roots) {
        if (id != kLooseRoot && root != folder && is_inside(root, folder)) inside.push_back(id);
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
    for (Target& target : sorted) {
        if (kept.empty() || !is_inside(place(target), place(kept.back())))
            kept.push_back(std::move(target));
    }
    return kept;
}

}  // namespace sitrep
