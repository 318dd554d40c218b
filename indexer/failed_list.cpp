#include "indexer/failed_list.hpp"

#include "base/file.hpp"
#include "base/strings.hpp"
#include "base/terminal.hpp"
#include "store/index_reader.hpp"

#include <fmt/format.h>

#include <map>

namespace sitrep {
namespace {

Result<void> collect(const Contents& contents, std::map<std::string, std::string>& lines) {
    lines.clear();
    const auto roots = contents.roots();
    if (!roots) return roots.error();
    for (const auto& [id, folder] : *roots) {
        const Result<FileStates> states = contents.file_states(id);
        if (!states) return states.error();
        for (const auto& [path, state] : *states) {
            const std::string absolute = joined_path(folder, path);
            if (std::string found = failed_lines(absolute, state); !found.empty())
                lines[absolute] += found;
        }
    }
    return {};
}

}  // namespace

std::string failed_lines(const std::string& path, const FileState& state) {
    std::string out;
    const auto line = [&](const std::string& reason) {
        out += printable(path) + '\t' + printable(reason) + '\n';
    };
    for (const std::string& reason : state.failures) line(reason);
    if (state.failed > state.failures.size()) {
        line(counted(state.failed - state.failures.size(), "more record") + " could not be used");
    }
    if (state.stale)
        line("stale: keeps " + counted(state.documents, "article") + " of its last good state");
    if (state.held != 0)
        line("kept: " + counted(state.held, "article") + " that it no longer holds");
    return out;
}

int list_failed(const IndexOptions& options, Diagnostics& diagnostics) {
    std::map<std::string, std::string> lines;
    const Result<void> done = read_index(
        options.database, [&](const Contents& contents) { return collect(contents, lines); });
    if (!done) {
        return diagnostics.error(done.error());
    }
    int status = 0;
    for (const auto& [path, text] : lines) {
        if (!diagnostics.output_works()) break;
        status = diagnostics.print(text);
    }
    return status;
}

}  // namespace sitrep
