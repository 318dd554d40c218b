#include "indexer/file_indexer.hpp"

#include <cstddef>

namespace sitrep {

std::vector<ReadTask> FileIndexer::tasks_of(const std::vector<FileToIndex>& files) const {
    std::vector<ReadTask> tasks;
    tasks.reserve(files.size());
    for (const FileToIndex& file : files) {
        tasks.push_back({file.key(), file.path()});
        const FileState* before = file.before;
        if (before == nullptr || file.planned->same_bytes_too) continue;
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
