#include "indexer/file_indexer.hpp"

#include <cstddef>
#include <optional>
#include <utility>
#include <variant>

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
    auto ahead = ReadAhead::start(settings_, tasks_of(files));
    if (!ahead) return ahead.error();
    std::optional<FileWriting> writing;
    std::size_t done = 0;
    while (std::optional<ReadEvent> event = (*ahead)->next()) {
        if (!writing)
            writing.emplace(files[event->task], writer_, settings_, diagnostics_, summary_);
        Result<void> written = std::visit(*writing, std::move(event->what));
        if (!written) return written;
        if (!writing->is_over()) continue;
        writing.reset();
        diagnostics_.progress(++done, files.size());
    }
    diagnostics_.clear_progress();
    return {};
}

}  // namespace sitrep
