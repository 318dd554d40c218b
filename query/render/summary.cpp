#include "query/render/summary.hpp"

#include "base/strings.hpp"
#include "base/terminal.hpp"

#include <fmt/format.h>

#include <vector>

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

std::string news_text(std::string_view watch, const HitList& list) {
    std::vector<std::string> counts;
    for (const Change change : {Change::New, Change::Changed, Change::Gone}) {
        std::size_t articles = 0;
        for (const Hit& hit : list.hits)
            articles += hit.change == change ? 1 + hit.copies.size() : 0;
        if (articles > 0) counts.push_back(fmt::format("{} {}", articles, change_word(change)));
    }
    return fmt::format("{}: {}", watch, join(counts, ", "));
}

std::string_view change_word(Change change) {
    switch (change) {
        case Change::None:
            return "";
        case Change::New:
            return "new";
        case Change::Changed:
            return "changed";
        case Change::Gone:
            return "gone";
    }
    return "";
}

std::string shown_day(const std::string& published) {
    constexpr std::size_t kIsoDay = 10;
    if (published.empty()) return "undated";
    const bool has_time = published.size() > kIsoDay && published[kIsoDay] == 'T';
    return has_time ? published.substr(0, kIsoDay) : published;
}

}  // namespace sitrep
