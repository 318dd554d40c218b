#include "query/render/summary.hpp"

#include "base/strings.hpp"
#include "base/terminal.hpp"

#include <fmt/format.h>

namespace sitrep {

std::string summary_text(const HitList& list) {
    std::string text = (list.total_is_estimate ? "about " : "") + counted(list.total, "article");
    if (list.hits.empty()) return text;
    return text + fmt::format(", shown {} to {}", list.hits.front().rank, list.hits.back().rank);
}

std::string relaxation_text(const HitList& list) {
    if (list.optional_words.empty() || list.total <= list.total_with_all) return "";
    const std::uint64_t more = list.total - list.total_with_all;
    const std::string_view about = list.total_is_estimate ? "about " : "";
    const std::string_view hold = more == 1 ? "holds" : "hold";
    std::string line;
    if (list.total_with_all == 0) {
        line =
            fmt::format("No article holds all the words; {}{} {} some of them.", about, more, hold);
    } else {
        line = fmt::format("{} article{} all the words; {}{} more {} some of them.",
                           list.total_with_all, list.total_with_all == 1 ? " holds" : "s hold",
                           about, more, hold);
    }
    return line + " Optional: " + printable(join(list.optional_words, ", "));
}

std::string shown_day(const std::string& published) {
    constexpr std::size_t kIsoDay = 10;
    if (published.empty()) return "undated";
    const bool has_time = published.size() > kIsoDay && published[kIsoDay] == 'T';
    return has_time ? published.substr(0, kIsoDay) : published;
}

}  // namespace sitrep
