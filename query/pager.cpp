#include "query/pager.hpp"

#include "base/environment.hpp"
#include "base/terminal.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>

namespace sitrep {
namespace {

/// A command being run. It gets signals as usual, whatever we ignore.
class Child {
  public:
    /// `input`: its standard input, or -1 for ours.
    Child(const char* program, char* const* arguments, int input) {
        posix_spawn_file_actions_t actions;
        posix_spawnattr_t attributes;
        posix_spawn_file_actions_init(&actions);
        posix_spawnattr_init(&attributes);
        if (input >= 0) posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
        sigset_t usual;
        sigemptyset(&usual);
        sigaddset(&usual, SIGPIPE);
        sigaddset(&usual, SIGINT);
        posix_spawnattr_setsigdefault(&attributes, &usual);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
        runs_ = posix_spawnp(&id_, program, &actions, &attributes, arguments, environ) == 0;
        posix_spawnattr_destroy(&attributes);
        posix_spawn_file_actions_destroy(&actions);
    }

    bool runs() const { return runs_; }

    /// Its exit code; -1 where it did not end by itself.
    int wait() const {
        int status = 0;
        while (waitpid(id_, &status, 0) < 0 && errno == EINTR) {
        }
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

  private:
    pid_t id_ = -1;
    bool runs_ = false;
};

std::string pager_command() {
    if (std::getenv("PAGER") == nullptr) return "less";
    const std::string command = environment("PAGER");
    return command == "cat" ? "" : command;
}

/// A pager that ends early has been read enough in.
void write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = write(descriptor, text.data(), text.size());
        if (written < 0 && errno != EINTR) return;
        if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
    }
}

enum class Paging { Done, CutOff, Impossible };

/// CutOff: the pager was ended by a signal, with who knows what shown; Impossible: nothing was.
Paging page(std::string command, std::string_view text) {
    constexpr int kCannotRun = 126;  // and 127, not found
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return Paging::Impossible;
    setenv("LESS", "FRX", 0);
    char shell[] = "sh";
    char flag[] = "-c";
    char* const arguments[] = {shell, flag, command.data(), nullptr};
    auto* const interrupted = std::signal(SIGINT, SIG_IGN);  // Ctrl-C is the pager's
    const Child pager("/bin/sh", arguments, ends[0]);
    close(ends[0]);
    if (pager.runs()) write_all(ends[1], text);
    close(ends[1]);
    const int code = pager.runs() ? pager.wait() : kCannotRun;
    std::signal(SIGINT, interrupted);
    if (code < 0) return Paging::CutOff;
    return code == kCannotRun || code == kCannotRun + 1 ? Paging::Impossible : Paging::Done;
}

bool is_longer_than_screen(std::string_view text) {
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    return lines >= terminal_rows(STDOUT_FILENO);
}

}  // namespace

bool write_paged(std::string_view text, bool wanted, Output& out) {
    if (wanted && is_terminal(STDOUT_FILENO) && is_longer_than_screen(text)) {
        const std::string command = pager_command();
        const Paging paged = command.empty() ? Paging::Impossible : page(command, text);
        if (paged != Paging::Impossible) return paged == Paging::Done;
    }
    out.write(text);
    return true;
}

bool open_file(const std::string& file) {
    if (environment("DISPLAY").empty() && environment("WAYLAND_DISPLAY").empty()) return false;
    std::string path = file;
    char program[] = "xdg-open";
    char* const arguments[] = {program, path.data(), nullptr};
    const Child opener(program, arguments, -1);
    return opener.runs() && opener.wait() == 0;
}

}  // namespace sitrep
