// What the indexer tells a person on stderr: one road for errors, warnings, notes and progress, so
// that a progress line is never torn.
#pragma once

#include "base/error.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace sitrep {

enum class Verbosity { Quiet, Normal, Verbose };

class RunLog;

class Diagnostics {
  public:
    explicit Diagnostics(Verbosity verbosity);

    /// `sitrep-index: WHAT: message`, and the hint when there is one. Quiet does not silence it.
    /// The error's exit code.
    int error(const std::string& what, const Error& error);
    /// The same without a subject.
    int error(const Error& error);
    void note(const std::string& text);    ///< unless quiet
    void relay(const std::string& text);   ///< what a program of the user's says: quiet or not
    void detail(const std::string& text);  ///< when verbose

    /// The commands that hints tell name this database, which is not the one they would be about.
    void names_database(const std::string& database);

    /// What stderr gets goes to `log` too, from now on; it outlives this.
    void log_to(RunLog& log) { log_ = &log; }
    void record(const std::string& text);  ///< in the log alone

    /// Writes to standard output at once. The exit code: Io's, with one message, when that fails;
    /// 0 when the reader has closed its end, as `head` does: it has seen enough.
    int print(std::string_view text);
    /// Whether there is any use in printing more.
    bool output_works() const { return output_works_; }

    /// Shows how far the run is, on a terminal, at most ten times a second.
    /// `total` may be 0, for unknown.
    void progress(std::uint64_t done, std::uint64_t total, std::string_view what = "files");
    /// Takes the progress line away.
    void clear_progress();

  private:
    void line(const std::string& text);
    void hint(const Error& error);
    std::string with_database(std::string text) const;
    Verbosity verbosity_;
    std::string database_option_;  ///< `--db NAME `, or nothing
    RunLog* log_ = nullptr;
    bool shows_progress_;
    bool progress_shown_ = false;
    bool output_works_ = true;
    int output_status_ = 0;
    std::int64_t started_ns_;
    std::int64_t last_shown_ns_ = 0;
};

}  // namespace sitrep
