#include "model/run_record.hpp"

#include "base/packed.hpp"

#include <algorithm>

namespace sitrep {
namespace {
constexpr char kVersion = 1;
}  // namespace

std::string encode_runs(const std::vector<RunRecord>& runs) {
    Packer out(kVersion);
    const std::size_t count = std::min(runs.size(), kMostRuns);
    out.number(count);
    for (std::size_t i = runs.size() - count; i < runs.size(); ++i) {
        const RunRecord& run = runs[i];
        for (const std::uint64_t number :
             {static_cast<std::uint64_t>(run.started), run.milliseconds, run.added, run.updated,
              run.removed, run.failed}) {
            out.number(number);
        }
    }
    return std::move(out).take();
}

std::vector<RunRecord> decode_runs(std::string_view data) {
    Unpacker in(data, kVersion);
    std::vector<RunRecord> runs;
    for (std::uint64_t n = in.number(); n > 0 && in.ok(); --n) {
        RunRecord run;
        run.started = static_cast<std::int64_t>(in.number());
        for (std::uint64_t* number :
             {&run.milliseconds, &run.added, &run.updated, &run.removed, &run.failed}) {
            *number = in.number();
        }
        runs.push_back(run);
    }
    return in.complete() ? runs : std::vector<RunRecord>();
}

}  // namespace sitrep
