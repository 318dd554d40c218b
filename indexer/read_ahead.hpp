// Files read, cut, cleaned and analysed by several threads, ahead of the one that writes: what
// comes of them is handed over in the order of the files and of the records inside them, whatever
// the threads did.
//
//   tasks ─▶ one thread reads and cuts ─▶ records ─▶ others make documents ─▶ next(), in order
//
// A file of many articles keeps all threads busy as many files do. What is between the threads is
// bounded by bytes.
#pragma once

#include "indexer/diagnostics.hpp"
#include "indexer/foreign_readers.hpp"
#include "indexer/read_task.hpp"
#include "indexer/source/reading.hpp"
#include "model/furniture_lines.hpp"
#include "text/analyzer.hpp"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace sitrep {

/// What all files of a run are read with.
struct ReadSettings {
    const AnalyzerConfig& analyzer;
    const FilterSet& filters;
    const FurnitureLines& lines;  ///< several threads ask it at once
    std::uint64_t max_record_bytes = 0;
    unsigned threads = 1;                                 ///< that make documents, from 1
    std::function<void(const IndexDocument&)> made = {};  ///< told by several threads, in any order
    std::size_t bytes_ahead = 0;  ///< of records and documents that wait for next()
};

class ReadAhead {
  public:
    /// Fails where the analyzer's data cannot be loaded.
    static Result<std::unique_ptr<ReadAhead>> start(const ReadSettings& settings,
                                                    std::vector<ReadTask> tasks);
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;
    /// Waits for what the threads are at.
    ~ReadAhead();

    /// What comes next; nothing when all was said, or a signal asks to end: what was not handed
    /// over then counts as not read. Throws what a thread threw, which is bad_alloc.
    std::optional<ReadEvent> next();

  private:
    class Cutter;
    struct Slot {
        ReadEvent event;
        std::optional<RawRecord> record;  ///< until somebody makes a document of it
        std::uint64_t count = 0;
        std::size_t bytes = 0;
        bool done = false;
    };

    ReadAhead(const ReadSettings& settings, std::vector<ReadTask> tasks);
    void cut_all();
    FileEnd cut(std::size_t number);
    bool push(std::list<Slot> slot);
    void make_all(Analyzer analyzer);
    void make(Slot& slot, Analyzer& analyzer, ForeignReaders& readers);
    template <class Work>
    void guarded(Work work);

    ReadSettings settings_;
    ReadLimits limits_;
    std::vector<ReadTask> tasks_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::list<Slot> slots_;  ///< in order; makers hold on to theirs while others come and go
    std::deque<Slot*> waiting_;
    std::size_t bytes_ = 0;
    bool cut_everything_ = false;
    bool stopped_ = false;
    std::exception_ptr trouble_;
    std::mutex large_;  ///< held while a large record is made: one at a time fits into memory
    std::vector<std::thread> threads_;
};

/// Reads `tasks` and has each file's events visited in order by what `begin` makes of its number, a
/// visitor that knows when its file is_over(). An error of it ends the run. When a signal comes,
/// the file at hand stays unfinished.
template <class Begin>
Result<void> visit_files(const ReadSettings& settings, std::vector<ReadTask> tasks,
                         Diagnostics& diagnostics, const Begin& begin) {
    const std::size_t files = tasks.size();
    auto ahead = ReadAhead::start(settings, std::move(tasks));
    if (!ahead) return ahead.error();
    std::optional<std::invoke_result_t<Begin, std::size_t>> visitor;
    std::size_t done = 0;
    while (std::optional<ReadEvent> event = (*ahead)->next()) {
        if (!visitor) visitor.emplace(begin(event->task));
        Result<void> visited = std::visit(*visitor, std::move(event->what));
        if (!visited) return visited;
        if (!visitor->is_over()) continue;
        visitor.reset();
        diagnostics.progress(++done, files);
    }
    diagnostics.clear_progress();
    return {};
}

}  // namespace sitrep
