#include "indexer/move_finder.hpp"

#include "indexer/interrupt.hpp"
#include "indexer/moved_document.hpp"
#include "indexer/source/file_source.hpp"
#include "indexer/source/file_type.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace sitrep {

Result<void> MoveFinder::find(RunPlan& run) {
    collect(run);
    if (by_size_.empty()) return {};
    std::set<FileKey> moved;
    for (PlannedTarget& planned : run.targets) {
        std::vector<PlannedFile> rest;
        for (PlannedFile& file : planned.plan.to_read) {
            std::optional<PlannedMove> move;
            if (holds_nothing(planned, file) && !interrupted()) {
                auto found = move_of(planned.target, file.file);
                if (!found) return found.error();
                move = *std::move(found);
            }
            if (!move || move->anew) rest.push_back(std::move(file));
            if (!move) continue;
            moved.insert(move->from);
            run.moves.push_back(*std::move(move));
        }
        planned.plan.to_read = std::move(rest);
    }
    for (PlannedTarget& planned : run.targets) {
        std::erase_if(planned.plan.vanished, [&](const std::string& path) {
            return moved.contains({planned.target.root_id, path});
        });
    }
    return {};
}

/// Whether the file is new, or could not be read when it was.
bool MoveFinder::holds_nothing(const PlannedTarget& planned, const PlannedFile& file) {
    const auto state = planned.known->find(file.file.path);
    return state == planned.known->end() || state->second.documents == 0;
}

void MoveFinder::collect(const RunPlan& run) {
    for (const PlannedTarget& planned : run.targets) {
        for (const std::string& path : planned.plan.vanished) {
            const FileState& state = planned.known->at(path);
            if (!state.content_hash.empty())
                by_size_.emplace(state.signature.size, Vanished{&planned, path});
        }
    }
}

Result<std::optional<PlannedMove>> MoveFinder::move_of(const Target& target,
                                                       const FoundFile& file) {
    using Found = std::optional<PlannedMove>;
    const auto [begin, end] = by_size_.equal_range(file.signature.size);
    if (std::all_of(begin, end, [](const auto& one) { return one.second.taken; })) return Found();
    const std::string path = target.absolute(file.path);
    Result<OpenFile> opened = OpenFile::open(path);
    if (!opened) return Found();
    FileSource source(*std::move(opened));
    const Result<std::string> hash = source.content_hash();
    bytes_ += source.hashed();
    if (!hash) return Found();
    const FileKey to{target.root_id, file.path};
    for (auto at = begin; at != end; ++at) {
        Vanished& from = at->second;
        if (from.taken || from.state().content_hash != *hash) continue;
        Result<bool> can = reads_alike(from, path);
        if (*can) can = can_move(contents_, from.key(), to);
        if (!can) return can.error();
        from.taken = true;
        FileState state = from.state();
        state.path = file.path;
        state.signature = source.signature();
        return Found({from.key(), to, std::move(state), !*can,
                      from.target->target.absolute(from.path), path});
    }
    return Found();
}

/// Whether the name makes no other file of it.
bool MoveFinder::reads_alike(const Vanished& from, const std::string& new_path) const {
    const std::vector<std::string> endings = filters_.endings();
    if (file_type_of(from.path, endings) != file_type_of(new_path, endings)) return false;
    const std::string filter = filters_.fingerprint(new_path);
    return filter.empty() || from.state().filter == filter;
}

}  // namespace sitrep
