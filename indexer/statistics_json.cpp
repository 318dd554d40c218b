#include "indexer/statistics_text.hpp"

#include <nlohmann/json.hpp>

namespace sitrep {
namespace {

using Json = nlohmann::ordered_json;

Json names_json(const char* name, const NameCounts& names) {
    Json list = Json::array();
    for (const auto& [value, count] : names.top)
        list.push_back({{name, value.empty() ? Json() : Json(value)}, {"articles", count}});
    return {{"top", std::move(list)},
            {"others", names.other_names},
            {"articles_of_others", names.other_articles}};
}

Json roots_json(const Statistics& statistics) {
    Json list = Json::array();
    for (const RootStatistics& root : statistics.roots)
        list.push_back({{"path", root.path}, {"files", root.files}, {"articles", root.articles}});
    return list;
}

Json runs_json(const Statistics& statistics) {
    constexpr double kMilliseconds = 1000;
    Json list = Json::array();
    for (const RunRecord& run : statistics.runs)
        list.push_back({{"started", run.started},
                        {"seconds", static_cast<double>(run.milliseconds) / kMilliseconds},
                        {"added", run.added},
                        {"updated", run.updated},
                        {"removed", run.removed},
                        {"failed", run.failed}});
    return list;
}

}  // namespace

std::string statistics_json(const Statistics& statistics, JsonLetters letters) {
    Json tables = Json::object();
    for (const auto& [table, bytes] : statistics.tables) tables[table] = bytes;
    const Json object = {{"articles", statistics.articles},
                         {"files", statistics.files},
                         {"failed_files", statistics.failed_files},
                         {"failures", statistics.failed_records},
                         {"stale_files", statistics.stale_files},
                         {"stale_articles", statistics.stale_articles},
                         {"text_bytes", statistics.text_bytes},
                         {"table_bytes", std::move(tables)},
                         {"roots", roots_json(statistics)},
                         {"outlets", names_json("outlet", statistics.outlets)},
                         {"sections", names_json("section", statistics.sections)},
                         {"languages", names_json("language", statistics.languages)},
                         {"years", names_json("year", statistics.years)},
                         {"runs", runs_json(statistics)}};
    return json_line(object, letters) + "\n";
}

}  // namespace sitrep
