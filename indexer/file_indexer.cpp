#include "indexer/file_indexer.hpp"

#include <cstddef>

namespace sitrep {

std::vector<ReadTask> FileIndexer::tasks_of(const std::vector<FileToIndex>& files) const {
    std::vector<ReadTask> tasks;
    tasks.reserve(files.size());
    for (const FileToIndex& file : files) {
        tasks.push_back({file.key(), file.path()});
        const FileState* before = file.before;
        if (before == nullptr || before->content_hash.empty()) continue;
        const ChangeReason reason = file.planned->reason;
        if (reason == ChangeReason::Limit || reason == ChangeReason::Retried ||
            reason == ChangeReason::Held)
            continue;
        const std::string filter = settings_.filters.fingerprint(tasks.back().path);
        if (!filter.empty() && before->filter != filter) continue;
        tasks.back().when = ReadWhen::Changed;
        tasks.back().content_hash = before->content_hash;
    }
    return tasks;
}

Result<void> FileIndexer::index(const std::vector<FileToIndex>& files) {
    return visit_files(settings_, tasks_of(files), diagnostics_, [&](std::size_t number) {
        return FileWriting(files[number], writer_, settings_, diagnostics_, summary_, barren_);
    });
}

}  // namespace sitrep
