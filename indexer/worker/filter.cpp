#include "indexer/worker/filter.hpp"

#include "base/file.hpp"
#include "base/strings.hpp"
#include "base/terminal.hpp"
#include "indexer/worker/adopted_processes.hpp"
#include "indexer/worker/command_words.hpp"
#include "indexer/worker/descriptor.hpp"
#include "indexer/worker/process.hpp"
#include "indexer/worker/stream_pump.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <utility>

namespace sitrep {
namespace {

constexpr std::string_view kPlace = "{}";
constexpr std::size_t kMaxComplaintBytes = 4096;

Error refused(std::string_view option, std::string_view why) {
    return {ErrorCode::Usage, fmt::format("--filter={}: {}", option, why),
            "for instance --filter 'docx,odt=pandoc -t html {}'"};
}

bool is_ending(std::string_view ending) {
    return !ending.empty() && ending.size() <= 16 &&
           std::all_of(ending.begin(), ending.end(), [](char c) {
               return is_ascii_alpha(c) || is_ascii_digit(c) || c == '-' || c == '_' || c == '+' ||
                      c == '.';
           });
}

bool takes_path(const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(), [](const std::string& word) {
        return word.find(kPlace) != std::string::npos;
    });
}

std::string replaced(std::string word, const std::string& path) {
    for (std::size_t at = word.find(kPlace); at != std::string::npos;
         at = word.find(kPlace, at + path.size())) {
        word.replace(at, kPlace.size(), path);
    }
    return word;
}

/// A file of our own in a folder of our own, gone with this object.
class TemporaryFile {
  public:
    static Result<TemporaryFile> with(std::string_view bytes, const std::string& ending) {
        std::error_code failure;
        const std::filesystem::path place = std::filesystem::temp_directory_path(failure);
        std::string folder = (failure ? "/tmp" : place.string()) + "/sitrep-XXXXXX";
        if (mkdtemp(folder.data()) == nullptr)
            return io_error("cannot make a temporary folder", errno);
        TemporaryFile file(folder, folder + "/input" + ending);
        if (Result<void> written = write_file_atomically(file.path(), bytes); !written)
            return written.error();
        return file;
    }
    TemporaryFile(TemporaryFile&& other) noexcept
        : folder_(std::exchange(other.folder_, {})), path_(std::move(other.path_)) {}
    TemporaryFile& operator=(TemporaryFile&&) = delete;
    ~TemporaryFile() {
        if (!folder_.empty()) static_cast<void>(remove_tree(folder_));
    }

    const std::string& path() const { return path_; }

  private:
    TemporaryFile(std::string folder, std::string path)
        : folder_(std::move(folder)), path_(std::move(path)) {}
    std::string folder_;
    std::string path_;
};

/// The command, with the place of the file where it asks for that.
struct Call {
    std::vector<std::string> words;
    bool by_path = false;               ///< else the bytes go to standard input
    std::optional<TemporaryFile> file;  ///< gone with the call
};

Result<Call> prepared(const std::vector<std::string>& words, std::string_view bytes,
                      const std::string& path, const std::string& ending) {
    Call call{words, takes_path(words), std::nullopt};
    if (!call.by_path) return call;
    if (path.empty()) {
        Result<TemporaryFile> made = TemporaryFile::with(bytes, ending);
        if (!made) return made.error();
        call.file.emplace(*std::move(made));
    }
    for (std::string& word : call.words)
        word = replaced(std::move(word), call.file ? call.file->path() : path);
    return call;
}

/// What came of a command.
struct Outcome {
    std::string text;
    std::string complaint;
    bool too_much = false;         ///< text
    std::optional<Ending> ending;  ///< nothing where it did not end by itself
};

Result<Outcome> outcome_of(const Call& call, std::string_view bytes, const FilterLimits& limits,
                           const std::function<bool()>& interrupted) {
    Result<DescriptorPair> in = DescriptorPair::pipe();
    Result<DescriptorPair> out = DescriptorPair::pipe();
    Result<DescriptorPair> err = DescriptorPair::pipe();
    for (const Result<DescriptorPair>* pipe : {&in, &out, &err}) {
        if (!*pipe) return pipe->error();
    }
    const AdoptedProcesses adopted;
    Result<Process> process = Process::start(
        call.words, {call.by_path ? -1 : in->first.get(), out->second.get(), err->second.get()},
        {limits.memory_bytes, limits.file_bytes}, {adopted.mark()});
    if (!process) return process.error();
    in->first = {};
    out->second = {};
    err->second = {};

    Outcome outcome;
    StreamPump pump(limits.time, interrupted);
    if (!call.by_path) pump.writes(in->second, {bytes}, true);
    pump.reads(out->first, [&](std::string_view piece) {
        outcome.text += piece;
        outcome.too_much = outcome.text.size() > limits.output_bytes;
        return !outcome.too_much;
    });
    pump.reads(err->first, [&](std::string_view piece) {
        outcome.complaint += piece.substr(0, kMaxComplaintBytes - outcome.complaint.size());
        return true;
    });
    // What it leaves running in the background must not keep us.
    pump.ends_when([&] { return process->has_ended() || outcome.too_much; });
    const bool heard = pump.run() == StreamPump::End::Done && !outcome.too_much;
    if (heard && process->ends_within(pump.time_left(), interrupted))
        outcome.ending = process->stop();
    return outcome;
}

std::string first_line(std::string_view text) {
    const std::string_view rest = trimmed(text);
    return printable(trimmed(rest.substr(0, rest.find('\n'))).substr(0, 200));
}

}  // namespace

Result<Filter> Filter::parse(std::string_view option) {
    const std::size_t equals = option.find('=');
    if (equals == std::string_view::npos) return refused(option, "needs ENDINGS=COMMAND");
    Filter filter;
    filter.option_ = option;
    for (std::string_view ending : split(option.substr(0, equals), ',')) {
        ending = trimmed(ending);
        if (ending.starts_with('.')) ending.remove_prefix(1);
        if (!is_ending(ending))
            return refused(option, fmt::format("'{}' is no ending of a file's name", ending));
        filter.endings_.push_back("." + ascii_lower(ending));
    }
    Result<std::vector<std::string>> words = command_words(option.substr(equals + 1));
    if (!words) return refused(option, words.error().message);
    filter.words_ = *std::move(words);
    filter.name_ = filter.words_.front();
    return filter;
}

Error Filter::error(ErrorCode code, std::string_view why, std::string_view complaint) const {
    const std::string line = first_line(complaint);
    return {code, fmt::format("filter {}: {}{}{}", name_, why, line.empty() ? "" : ": ", line)};
}

Result<void> Filter::locate() {
    Result<std::string> program = program_path(name_);
    if (!program) return refused(option_, program.error().message);
    words_.front() = *std::move(program);
    return {};
}

Result<std::string> Filter::run(std::string_view bytes, const std::string& path,
                                const std::string& ending, const FilterLimits& limits,
                                const std::function<bool()>& interrupted) const {
    const Result<Call> call = prepared(words_, bytes, path, ending);
    if (!call) return error(ErrorCode::Transient, call.error().message);
    Result<Outcome> outcome = outcome_of(*call, bytes, limits, interrupted);
    if (!outcome) return error(ErrorCode::Transient, outcome.error().message);
    const std::string& complaint = outcome->complaint;
    if (outcome->too_much) {
        return error(ErrorCode::BadInput,
                     fmt::format("gives more than {} bytes", limits.output_bytes));
    }
    if (!outcome->ending && interrupted()) return error(ErrorCode::Transient, "was interrupted");
    if (!outcome->ending) {
        const double seconds = std::chrono::duration<double>(limits.time).count();
        return error(ErrorCode::Transient, fmt::format("was killed after {} s", seconds),
                     complaint);
    }
    const Ending& end = *outcome->ending;
    if (end.was_killed()) return error(ErrorCode::Transient, end.text(), complaint);
    if (end.signal != 0 || end.exit_code != 0)
        return error(ErrorCode::BadInput, end.text(), complaint);
    if (trimmed(outcome->text).empty())
        return error(ErrorCode::BadInput, "gives no text", complaint);
    return std::move(outcome->text);
}

}  // namespace sitrep
