#include "indexer/diagnostics.hpp"

#include "base/strings.hpp"
#include "base/terminal.hpp"
#include "indexer/run_log.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>

namespace sitrep {
namespace {

constexpr double kSecond = 1e9;

std::int64_t now_ns() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Nobody can be told that stderr cannot be written: what is said there is lost, the run goes on.
void put(const std::string& text) {
    std::fputs(text.c_str(), stderr);
    std::fflush(stderr);
}

std::string clock(double seconds) {
    const auto whole = static_cast<std::int64_t>(seconds);
    return whole < 3600 ? fmt::format("{}:{:02}", whole / 60, whole % 60)
                        : fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

}  // namespace

Diagnostics::Diagnostics(Verbosity verbosity)
    : verbosity_(verbosity),
      shows_progress_(verbosity != Verbosity::Quiet && can_write_over(STDERR_FILENO)),
      started_ns_(now_ns()) {}

void Diagnostics::line(const std::string& text) {
    clear_progress();
    put("sitrep-index: " + text + "\n");
    if (log_ != nullptr) log_->write(text);
}

void Diagnostics::hint(const Error& error) {
    if (error.hint.empty()) return;
    const std::string text = "  " + printable(with_database(error.hint));
    put(text + "\n");
    if (log_ != nullptr) log_->write(text);
}

void Diagnostics::names_database(const std::string& database) {
    database_option_ = "--db " + shell_quoted(database) + " ";
}

std::string Diagnostics::with_database(std::string text) const {
    constexpr std::string_view kCommand = "sitrep-index ";
    std::size_t at = database_option_.empty() ? std::string::npos : text.find(kCommand);
    for (; at != std::string::npos; at = text.find(kCommand, at)) {
        at += kCommand.size();
        std::string_view rest = std::string_view(text).substr(at);
        rest = rest.substr(0, rest.find(';'));
        const bool is_command = rest.starts_with("FOLDER") || rest.starts_with("--");
        if (is_command && rest.find("--db ") == std::string_view::npos)
            text.insert(at, database_option_);
    }
    return text;
}

void Diagnostics::record(const std::string& text) {
    if (log_ != nullptr) log_->write(printable(text));
}

int Diagnostics::error(const std::string& what, const Error& error) {
    line(printable(what) + ": " + printable(error.message));
    hint(error);
    return exit_code(error.code);
}

int Diagnostics::error(const Error& error) {
    line(printable(error.message));
    hint(error);
    return exit_code(error.code);
}

void Diagnostics::note(const std::string& text) {
    if (verbosity_ != Verbosity::Quiet) line(printable(with_database(text)));
}

void Diagnostics::relay(const std::string& text) { line(printable(text)); }

void Diagnostics::detail(const std::string& text) {
    if (verbosity_ == Verbosity::Verbose) line(printable(text));
}

int Diagnostics::print(std::string_view text) {
    if (!output_works_) return output_status_;
    clear_progress();
    errno = 0;
    if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() &&
        std::fflush(stdout) == 0) {
        return 0;
    }
    output_works_ = false;
    if (errno == EPIPE) return 0;
    const Error failure = io_error("cannot write to standard output", errno);
    error(failure);
    output_status_ = exit_code(failure.code);
    return output_status_;
}

void Diagnostics::progress(std::uint64_t done, std::uint64_t total, std::string_view what) {
    constexpr double kInterval = 0.1 * kSecond;
    if (!shows_progress_) return;
    const std::int64_t now = now_ns();
    if (static_cast<double>(now - last_shown_ns_) < kInterval) return;
    last_shown_ns_ = now;
    progress_shown_ = true;
    if (total == 0) return put(fmt::format("\r\033[K{} {}", done, what));
    const double seconds = static_cast<double>(now - started_ns_) / kSecond;
    const double rate = static_cast<double>(done) / seconds;
    const double left = rate > 0 ? static_cast<double>(total - done) / rate : 0;
    put(fmt::format("\r\033[K{} of {} {}, {:.0f} a second, {} left", done, total, what, rate,
                    clock(left)));
}

void Diagnostics::clear_progress() {
    if (!progress_shown_) return;
    put("\r\033[K");
    progress_shown_ = false;
}

}  // namespace sitrep
