#include "indexer/verify_command.hpp"

#include "base/strings.hpp"
#include "base/terminal.hpp"
#include "indexer/interrupt.hpp"
#include "indexer/worker/child_call.hpp"
#include "store/verifier.hpp"

namespace sitrep {
namespace {

constexpr int kBusy = 75;

Error damaged(const std::string& path) {
    return {ErrorCode::Database, path + " is damaged",
            "make it anew from its files, while the old one still answers: sitrep-index --db " +
                shell_quoted(path) + " --rebuild"};
}

std::string verdict(const Verification& found) {
    if (!found.damage.empty()) return "damaged: " + counted(found.damage.size(), "finding") + "\n";
    std::string text =
        "whole: " + counted(found.documents, "article") + " of " + counted(found.files, "file");
    if (!found.stale.empty()) {
        text += "; " + counted(found.stale_documents, "article") + " of " +
                counted(found.stale.size(), "file") + " stale";
    }
    return text + "; digest " + found.digest + "\n";
}

std::string report(const Verification& found, bool quiet) {
    std::string text;
    const auto add = [&text](const char* kind, const std::vector<std::string>& lines) {
        for (const std::string& line : lines)
            text += std::string(kind) + ": " + printable(line) + "\n";
    };
    add("damage", found.damage);
    if (quiet) return text;
    add("stale", found.stale);
    add("note", found.notes);
    return found.stopped ? text : text + verdict(found);
}

int verify(const std::string& path, const IndexOptions& options, Diagnostics& diagnostics) {
    const Result<Verification> found = verify_database(path, shown_on(diagnostics));
    diagnostics.clear_progress();
    if (!found) return could_not_read(found.error(), diagnostics);
    const int printed = diagnostics.print(report(*found, options.verbosity == Verbosity::Quiet));
    if (!found->damage.empty()) return could_not_read(damaged(path), diagnostics);
    if (found->stopped) {
        diagnostics.note("interrupted: the rest was not looked at");
        return interrupt_exit_code();
    }
    return printed;
}

}  // namespace

Progress shown_on(Diagnostics& diagnostics) {
    return [&diagnostics](std::string_view what, std::uint64_t done, std::uint64_t total) {
        diagnostics.progress(done, total, what);
        return !interrupted();
    };
}

int could_not_read(const Error& error, Diagnostics& diagnostics) {
    if (error.code != ErrorCode::Overtaken) {
        return diagnostics.error(error);
    }
    diagnostics.error({error.code, error.message, "run again when that run has ended"});
    return kBusy;
}

int run_verify(const IndexOptions& options, Diagnostics& diagnostics) {
    const std::string& path = options.database;
    const Result<CallEnding> called =
        call_in_child([&] { return verify(path, options, diagnostics); }, &interrupt_signal);
    if (!called) return could_not_read(called.error(), diagnostics);
    if (called->answer) return *called->answer;
    if (interrupted()) return interrupt_exit_code();
    diagnostics.print("damage: " + printable(path) +
                      ": the check itself ended: " + called->ending.text() + "\n");
    return could_not_read(damaged(path), diagnostics);
}

int run_digest(const IndexOptions& options, Diagnostics& diagnostics) {
    const Result<std::string> digest = digest_of_database(options.database, shown_on(diagnostics));
    diagnostics.clear_progress();
    if (!digest) return could_not_read(digest.error(), diagnostics);
    if (interrupted()) return interrupt_exit_code();
    return diagnostics.print(*digest + "\n");
}

}  // namespace sitrep
