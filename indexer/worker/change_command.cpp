#include "indexer/worker/change_command.hpp"

#include "indexer/worker/adopted_processes.hpp"
#include "indexer/worker/command_words.hpp"
#include "indexer/worker/descriptor.hpp"
#include "indexer/worker/process.hpp"
#include "indexer/worker/stream_pump.hpp"

#include <fmt/format.h>

#include <limits>
#include <utility>

namespace sitrep {
namespace {

constexpr std::size_t kShownBytes = 200;

Error refused(std::string_view option, std::string_view why) {
    return {ErrorCode::Usage, fmt::format("--on-change={}: {}", option, why),
            "for instance --on-change 'systemctl --user restart reader'; a shell is asked for by "
            "its name: sh -c '...'"};
}

/// Gives whole lines, and what is longer than a line should be in pieces.
class LineCutter {
  public:
    explicit LineCutter(const std::function<void(std::string_view)>& say) : say_(say) {}

    void take(std::string_view piece) {
        for (const char c : piece) {
            if (c != '\n') rest_ += c;
            if (c == '\n' || rest_.size() >= kLongestBytes) flush();
        }
    }
    void flush() {
        if (!rest_.empty()) say_(rest_);
        rest_.clear();
    }

  private:
    static constexpr std::size_t kLongestBytes = 4096;
    const std::function<void(std::string_view)>& say_;
    std::string rest_;
};

}  // namespace

Result<ChangeCommand> ChangeCommand::parse(std::string_view option) {
    Result<std::vector<std::string>> words = command_words(option);
    if (!words) return refused(option, words.error().message);
    ChangeCommand command;
    command.words_ = *std::move(words);
    command.name_ = command.words_.front();
    command.option_ = option;
    return command;
}

Result<void> ChangeCommand::locate() {
    Result<std::string> program = program_path(name_);
    if (!program) return refused(option_, program.error().message);
    words_.front() = *std::move(program);
    return {};
}

Result<void> ChangeCommand::run(const std::vector<std::string>& variables,
                                std::chrono::milliseconds time,
                                const std::function<bool()>& interrupted,
                                const std::function<void(std::string_view)>& say) const {
    std::string first_line;
    const auto failed = [&](std::string_view why) {
        return Error{ErrorCode::BadInput, fmt::format("--on-change: {}: {}{}{}", name_, why,
                                                      first_line.empty() ? "" : ": ", first_line)};
    };
    const std::function<void(std::string_view)> hear = [&](std::string_view line) {
        if (first_line.empty()) first_line = line.substr(0, kShownBytes);
        say(line);
    };
    Result<DescriptorPair> out = DescriptorPair::pipe();
    if (!out) return failed(out.error().message);
    const AdoptedProcesses adopted;
    std::vector<std::string> environment = variables;
    environment.push_back(adopted.mark());
    constexpr std::uint64_t kUnlimited = std::numeric_limits<std::uint64_t>::max();
    Result<Process> process = Process::start(words_, {-1, out->second.get(), out->second.get()},
                                             {0, kUnlimited}, environment);
    if (!process) return failed(process.error().message);
    out->second = {};

    LineCutter lines(hear);
    StreamPump pump(time, interrupted);
    pump.reads(out->first, [&](std::string_view piece) {
        lines.take(piece);
        return true;
    });
    pump.ends_when([&] { return process->has_ended(); });
    const bool ended =
        pump.run() == StreamPump::End::Done && process->ends_within(pump.time_left(), interrupted);
    lines.flush();
    if (!ended && interrupted()) return failed("was interrupted");
    if (!ended)
        return failed(
            fmt::format("was killed after {} s", std::chrono::duration<double>(time).count()));
    const Ending ending = process->stop();
    if (ending.signal != 0 || ending.exit_code != 0) return failed(ending.text());
    return {};
}

}  // namespace sitrep
