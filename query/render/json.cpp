#include "base/utf8.hpp"
#include "model/json_line.hpp"
#include "query/render/counts.hpp"
#include "query/render/renderer.hpp"
#include "query/render/summary.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace sitrep {
namespace {

using Json = nlohmann::ordered_json;

/// Raised when a key goes or means something else; new keys leave it.
constexpr int kJsonVersion = 1;

std::string line_of(const Json& object, const RenderStyle& style) {
    return json_line(object, style.terminal ? JsonLetters::Ascii : JsonLetters::Utf8) + "\n";
}

Json ranges_of(const std::vector<ByteRange>& ranges) {
    Json list = Json::array();
    for (const ByteRange& range : ranges) list.push_back(Json::array({range.begin, range.end}));
    return list;
}

Json object_of(const Copy& copy) {
    return {{"id", copy.id},
            {"path", utf8::repaired(copy.path)},
            {"outlet", copy.outlet},
            {"published", copy.published.empty() ? Json() : Json(copy.published)}};
}

Json object_of(const Hit& hit) {
    const ArticleHeader& header = hit.header;
    Json object;
    object["rank"] = hit.rank;
    if (hit.change == Change::None) {
        object["score"] = hit.score;
    } else {
        object["change"] = change_word(hit.change);
    }
    object["id"] = hit.id;
    object["path"] = utf8::repaired(hit.path);
    object["title"] = header.title;
    object["published"] = header.published.empty() ? Json() : Json(header.published);
    object["outlet"] = header.outlet;
    object["section"] = header.section;
    object["authors"] = header.authors;
    object["url"] = header.url;
    object["snippet"] = hit.snippet.text;
    object["highlights"] = ranges_of(hit.snippet.highlights);
    Json copies = Json::array();
    for (const Copy& copy : hit.copies) copies.push_back(object_of(copy));
    object["duplicates"] = std::move(copies);
    return object;
}

}  // namespace

std::string render_json(const Answer& answer, const RenderStyle& style) {
    const HitList& list = answer.list;
    Json object;
    object["version"] = kJsonVersion;
    if (!answer.qid.empty()) object["qid"] = answer.qid;
    if (!answer.watch.empty()) object["watch"] = answer.watch;
    object["query"] = utf8::repaired(answer.question);
    object["total"] = list.total;
    object["total_is_estimate"] = list.total_is_estimate;
    object["total_with_all"] = list.total_with_all;
    object["optional_words"] = list.optional_words;
    if (!list.suggestion.empty()) object["suggestion"] = utf8::repaired(list.suggestion);
    object["elapsed_ms"] = std::round(list.elapsed_ms * 1000) / 1000;
    Json hits = Json::array();
    for (const Hit& hit : list.hits) hits.push_back(object_of(hit));
    object["hits"] = std::move(hits);
    if (answer.wants_words) object["terms"] = Json::array();
    add_counts(list, object);
    return line_of(object, style);
}

std::string render_jsonl(const Answer& answer, const RenderStyle& style) {
    std::string out;
    for (const Hit& hit : answer.list.hits) {
        Json object;
        object["version"] = kJsonVersion;
        if (!answer.qid.empty()) object["qid"] = answer.qid;
        if (!answer.watch.empty()) object["watch"] = answer.watch;
        object.update(object_of(hit));
        out += line_of(object, style);
    }
    return out;
}

}  // namespace sitrep
