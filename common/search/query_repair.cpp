#include "search/query_repair.hpp"

#include "base/strings.hpp"

#include <algorithm>

namespace sitrep {
namespace {

void sort_by_place(std::vector<QueryRepair>& repairs) {
    std::stable_sort(repairs.begin(), repairs.end(),
                     [](const QueryRepair& a, const QueryRepair& b) { return a.at < b.at; });
}

}  // namespace

std::string repaired_question(std::string_view question, std::vector<QueryRepair> repairs) {
    sort_by_place(repairs);
    std::string out;
    std::size_t at = 0;
    for (std::size_t i = 0; i < repairs.size(); ++i) {
        const QueryRepair& repair = repairs[i];
        // What was put right first may be dropped then: a dash, read as a minus, at the end.
        const bool is_dropped =
            i + 1 < repairs.size() && repairs[i + 1].at == repair.at && repairs[i + 1].removed > 0;
        if (is_dropped && repair.removed > 0) continue;
        out += question.substr(at, repair.at - at);
        out += repair.inserted;
        at = repair.at + repair.removed;
    }
    out += question.substr(at);
    return std::string(trimmed(out));
}

std::string repair_notes(std::vector<QueryRepair> repairs) {
    sort_by_place(repairs);
    std::vector<std::string> notes;
    for (const QueryRepair& repair : repairs) {
        if (std::find(notes.begin(), notes.end(), repair.what) == notes.end())
            notes.emplace_back(repair.what);
    }
    return join(notes, "; ");
}

}  // namespace sitrep
