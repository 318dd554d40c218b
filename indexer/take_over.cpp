#include "indexer/take_over.hpp"

#include "base/file.hpp"

#include <map>
#include <string>

namespace sitrep {
namespace {

/// Whether the outer root holds the file's articles too; where it could not read them, ours stay.
bool has_it(const FileStates& theirs, const std::string& path, const FileState& ours) {
    const auto found = theirs.find(path);
    return found != theirs.end() && (found->second.documents > 0 || ours.documents == 0);
}

/// Files of `inner` whose path inside `outer` is in `theirs`, or that are gone, leave it. Returns
/// how many stay.
Result<std::size_t> hand_over(const Target& inner, const Target& outer, const FileStates& theirs,
                              IndexWriter& writer) {
    const Result<FileStates> ours = writer.file_states(inner.root_id);
    if (!ours) return ours.error();
    std::size_t stay = 0;
    for (const auto& [path, state] : *ours) {
        const std::string absolute = inner.absolute(path);
        const Result<FileInfo> info = file_info(absolute);
        const bool gone = info && info->kind == FileKind::Missing;
        const bool inside = is_inside(absolute, outer.root_path);
        if (!inside || (!gone && !has_it(theirs, outer.relative(absolute), state))) {
            ++stay;
            continue;
        }
        if (Result<void> removed = writer.remove_file({inner.root_id, path}); !removed)
            return removed.error();
    }
    return stay;
}

}  // namespace

bool holds_roots(const Target& outer, const IndexWriter& writer) {
    return outer.root_id != kLooseRoot && outer.subtree.empty() &&
           (!roots_inside(outer.root_path, writer.roots()).empty() ||
            writer.roots().contains(kLooseRoot));
}

Result<void> take_over(const Target& outer, IndexWriter& writer) {
    const Result<FileStates> theirs = writer.file_states(outer.root_id);
    if (!theirs) return theirs.error();
    const std::map<std::string, std::string> roots = writer.roots();
    for (const std::string& id : roots_inside(outer.root_path, roots)) {
        Result<std::size_t> stay = hand_over({id, roots.at(id), ""}, outer, *theirs, writer);
        if (!stay) return stay.error();
        if (*stay != 0) continue;
        if (Result<void> removed = writer.remove_root(id); !removed) return removed;
    }
    if (!roots.contains(kLooseRoot)) return {};
    Result<std::size_t> stay = hand_over({kLooseRoot, "/", ""}, outer, *theirs, writer);
    return stay ? Result<void>() : stay.error();
}

}  // namespace sitrep
