#include "indexer/source/ignore_rules.hpp"

#include "base/byte_order_mark.hpp"
#include "base/file.hpp"
#include "base/strings.hpp"

#include <algorithm>
#include <utility>

namespace sitrep {
namespace {

constexpr std::uint64_t kMaxIgnoreBytes = 1U << 20U;

/// `path` as seen from `folder`, both inside the root; `path` lies below it.
std::string_view seen_from(std::string_view path, std::string_view folder) {
    return folder.empty() ? path : path.substr(folder.size() + 1);
}

}  // namespace

Result<void> IgnoreRules::enter(const std::string& folder, const std::string& path) {
    while (!folders_.empty() && !is_inside(path, folders_.back().path)) folders_.pop_back();
    const std::string name = folder + "/" + std::string(kIgnoreFile);
    Result<FileInfo> info = file_info(name);
    if (!info) return info.error();
    if (info->kind == FileKind::Missing) return {};
    Result<FileContent> file = read_file(name, kMaxIgnoreBytes);
    if (!file)
        return Error{ErrorCode::BadInput,
                     "its " + std::string(kIgnoreFile) + " " + file.error().message};
    FolderRules rules{path, {}};
    std::string_view text = file->bytes;
    text.remove_prefix(byte_order_mark(text));
    for (const std::string_view line : split(text, '\n')) {
        if (std::optional<Glob> glob = Glob::parse(line)) rules.globs.push_back(*std::move(glob));
    }
    folders_.push_back(std::move(rules));
    return {};
}

bool IgnoreRules::ignores(std::string_view path, bool is_folder) const {
    for (auto rules = folders_.rbegin(); rules != folders_.rend(); ++rules) {
        if (path == rules->path || !is_inside(path, rules->path)) continue;
        const std::string_view seen = seen_from(path, rules->path);
        for (auto glob = rules->globs.rbegin(); glob != rules->globs.rend(); ++glob) {
            if (glob->matches(seen, is_folder)) return !glob->is_negated();
        }
    }
    return false;
}

}  // namespace sitrep
