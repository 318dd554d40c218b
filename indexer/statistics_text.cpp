#include "indexer/statistics_text.hpp"

#include "base/disk_space.hpp"
#include "base/strings.hpp"
#include "base/terminal.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <ctime>

namespace sitrep {
namespace {

constexpr double kMilliseconds = 1000;

std::string row(std::uint64_t count, const std::string& name) {
    return fmt::format("{:>10}  {}\n", count, name);
}

std::string names_text(const char* heading, const char* noun, const NameCounts& names) {
    std::string text = fmt::format("\n{}\n", heading);
    for (const auto& [name, count] : names.top)
        text += row(count, name.empty() ? "(not said)" : printable(name));
    if (names.other_names != 0)
        text += row(names.other_articles,
                    fmt::format("({})", counted(names.other_names, std::string("other ") + noun)));
    return text;
}

std::string roots_text(const Statistics& statistics) {
    std::string text = "\nfolders\n";
    for (const RootStatistics& root : statistics.roots)
        text += row(root.articles,
                    fmt::format("{}, {}", printable(root.path), counted(root.files, "file")));
    return text;
}

std::string size_lines(const Statistics& statistics) {
    std::uint64_t all = 0;
    std::string parts;
    for (const auto& [table, bytes] : statistics.tables) {
        all += bytes;
        parts += (parts.empty() ? "" : ", ") + table + " " + size_text(bytes);
    }
    return fmt::format("{} of text in {}: {}\n", size_text(statistics.text_bytes), size_text(all),
                       parts);
}

std::string runs_text(const Statistics& statistics) {
    if (statistics.runs.empty()) return {};
    std::string text = "\nlast runs that changed something (UTC)\n";
    for (auto run = statistics.runs.rbegin(); run != statistics.runs.rend(); ++run) {
        std::tm when{};
        const std::time_t started = static_cast<std::time_t>(run->started);
        if (::gmtime_r(&started, &when) == nullptr) continue;
        text += fmt::format(
            "  {:%Y-%m-%d %H:%M}  {} added, {} updated, {} removed, {} failed; {:.1f} s\n", when,
            run->added, run->updated, run->removed, run->failed,
            static_cast<double>(run->milliseconds) / kMilliseconds);
    }
    return text;
}

}  // namespace

std::string statistics_text(const Statistics& statistics) {
    std::string text =
        counted(statistics.articles, "article") + " of " + counted(statistics.files, "file");
    if (statistics.failed_files != 0)
        text += "; " + counted(statistics.failed_records, "failure") + " in " +
                counted(statistics.failed_files, "file");
    if (statistics.stale_files != 0)
        text += "; " + counted(statistics.stale_articles, "article") + " of " +
                counted(statistics.stale_files, "file") + " stale";
    text += "\n" + size_lines(statistics);
    text += roots_text(statistics);
    text += names_text("outlets", "outlet", statistics.outlets);
    text += names_text("sections", "section", statistics.sections);
    text += names_text("languages", "language", statistics.languages);
    text += names_text("years", "year", statistics.years);
    return text + runs_text(statistics);
}

}  // namespace sitrep
