#include "indexer/take_over.hpp"

#include "base/file.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>

namespace sitrep {
namespace {

/// Whether the outer root has read the file whole, or holds as many articles of it; where it could
/// not, ours stay.
bool has_it(const FileState& theirs, const FileState& ours) {
    const bool is_whole = theirs.failed == 0 && !theirs.content_hash.empty();
    return theirs.documents >= ours.documents || (is_whole && theirs.documents > 0);
}

/// The files of an inner root, by what becomes of them.
struct Division {
    std::vector<std::string> taken;   ///< the outer root has them
    std::vector<std::string> shrunk;  ///< the outer root has them, with fewer articles
    std::vector<std::string> gone;    ///< from the disk
    std::size_t stay = 0;
    RootRemovals removals;
};

/// Links lead either root to where it is: the same file may have a name in each.
Division divide(const Target& inner, Target outer, const FileStates& theirs,
                const FileStates& ours) {
    Division files;
    outer.root_path = canonical_path(outer.root_path);
    for (const auto& [path, state] : ours) {
        files.removals.documents += state.documents;
        const std::string absolute = canonical_path(inner.absolute(path));
        const Result<FileInfo> info = file_info(absolute);
        const bool is_covered = is_inside(absolute, outer.root_path);
        const auto found = is_covered ? theirs.find(outer.relative(absolute)) : theirs.end();
        const bool is_theirs = found != theirs.end() && has_it(found->second, state);
        if (is_theirs && found->second.documents < state.documents) {
            files.shrunk.push_back(path);
            files.removals.records_gone += state.documents - found->second.documents;
        } else if (is_theirs || (is_covered && state.is_unread_folder())) {
            files.taken.push_back(path);
        } else if (is_covered && info && info->kind == FileKind::Missing) {
            files.gone.push_back(path);
            ++files.removals.files_gone;
            files.removals.documents_gone += state.documents;
        } else {
            ++files.stay;
        }
    }
    if (inner.root_id != kLooseRoot && files.gone.size() == ours.size())
        files.removals.doubt = "is empty now";
    return files;
}

/// Files of `inner` whose path inside `outer` is in `theirs`, or that are gone, leave it. Returns
/// how many stay.
Result<std::size_t> hand_over(const Target& inner, const Target& outer, const FileStates& theirs,
                              IndexWriter& writer, const RemovalRules& rules,
                              std::vector<KeptRoot>& kept) {
    const Result<FileStates> ours = writer.file_states(inner.root_id);
    if (!ours) return ours.error();
    Division files = divide(inner, outer, theirs, *ours);
    if (std::optional<Error> refused = refusal(files.removals, rules)) {
        kept.push_back({inner.root_id, inner.root_path, *std::move(refused)});
        files.stay += files.gone.size() + files.shrunk.size();
        files.gone.clear();
        files.shrunk.clear();
    }
    for (const auto* leaving : {&files.taken, &files.shrunk, &files.gone}) {
        for (const std::string& path : *leaving) {
            if (Result<void> removed = writer.remove_file({inner.root_id, path}); !removed)
                return removed.error();
        }
    }
    return files.stay;
}

}  // namespace

bool holds_roots(const Target& outer, const IndexWriter& writer) {
    return outer.root_id != kLooseRoot && outer.subtree.empty() &&
           (!roots_inside(outer.root_path, writer.roots()).empty() ||
            writer.roots().contains(kLooseRoot));
}

Result<TakenOver> take_over(const Target& outer, IndexWriter& writer, const RemovalRules& rules) {
    const Result<FileStates> theirs = writer.file_states(outer.root_id);
    if (!theirs) return theirs.error();
    TakenOver done;
    const std::map<std::string, std::string> roots = writer.roots();
    for (const std::string& id : roots_inside(outer.root_path, roots)) {
        Result<std::size_t> stay =
            hand_over({id, roots.at(id), ""}, outer, *theirs, writer, rules, done.kept);
        if (!stay) return stay.error();
        const bool is_told = !done.kept.empty() && done.kept.back().id == id;
        if (*stay != 0 && !is_told) done.left.emplace_back(roots.at(id), *stay);
        if (*stay != 0) continue;
        if (Result<void> removed = writer.remove_root(id); !removed) return removed.error();
    }
    if (!roots.contains(kLooseRoot)) return done;
    Result<std::size_t> stay =
        hand_over({kLooseRoot, "/", ""}, outer, *theirs, writer, rules, done.kept);
    if (!stay) return stay.error();
    return done;
}

}  // namespace sitrep
