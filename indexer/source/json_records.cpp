#include "indexer/source/json_records.hpp"

#include "base/strings.hpp"
#include "indexer/extract/json_article.hpp"
#include "indexer/extract/json_text.hpp"
#include "indexer/source/json_lines.hpp"
#include "text/charset.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

Error refused(const char* why) { return {ErrorCode::BadInput, why}; }

/// Where exports and search interfaces keep their lists; a point goes into an object.
constexpr std::array<std::string_view, 14> kLists = {
    "articles",  "items",           "entries",          "data",
    "results",   "posts",           "documents",        "news",
    "links",     "_embedded.items", "response.results", "response.docs",
    "hits.hits", "articles.results"};

const nlohmann::json& at_path(const nlohmann::json& object, std::string_view path) {
    const nlohmann::json* value = &object;
    for (const std::string_view key : split(path, '.')) value = &json_member(*value, key);
    return *value;
}

/// A list of whole articles under whatever key, as pages of Spring (`content`) and answers of
/// GraphQL (`data.posts.nodes`) have it; null when there is none.
const nlohmann::json* find_articles(const nlohmann::json& object, int depth = 3) {
    if (!object.is_object() || depth == 0) return nullptr;
    for (const auto& [key, value] : object.items()) {
        if (is_article_list(value)) return &value;
    }
    for (const auto& [key, value] : object.items()) {
        if (const nlohmann::json* list = find_articles(value, depth - 1)) return list;
    }
    return nullptr;
}

/// The array that holds the articles, or null when `value` is an article itself.
const nlohmann::json* article_list(const nlohmann::json& value) {
    if (value.is_array()) return &value;
    if (has_article_text(value)) return nullptr;
    const nlohmann::json* empty = nullptr;  // a search that found nothing
    for (const std::string_view key : kLists) {
        const nlohmann::json& list = at_path(value, key);
        if (!list.is_array()) continue;
        const auto is_object = [](const nlohmann::json& item) { return item.is_object(); };
        if (std::any_of(list.begin(), list.end(), is_object)) return &list;
        if (list.empty()) empty = &list;
    }
    if (has_article_title(value)) return nullptr;
    const nlohmann::json* list = find_articles(value);
    return list != nullptr ? list : empty;
}

/// Whether JSON Lines are called `.json`: the first line is an object, and more follow.
bool is_lines(std::string_view text) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos || trimmed(text.substr(end)).empty()) return false;
    const std::optional<nlohmann::json> first = parse_json_leniently(text.substr(0, end));
    return first && first->is_object();
}

}  // namespace

Result<JsonRecords> split_json(std::string_view bytes) {
    const std::string text = decode(bytes).text;
    const std::optional<nlohmann::json> value = parse_json_leniently(text);
    if (!value)
        return refused(json_has_too_many_values(text) ? "holds too many values" : "is not JSON");
    JsonRecords records;
    const nlohmann::json* list = article_list(*value);
    if (list == nullptr) {
        if (!value->is_object()) return refused("holds no JSON object");
        records.single = true;
        return records;
    }
    for (const nlohmann::json& item : *list) {
        if (item.is_object()) records.objects.push_back(item.dump());
    }
    records.title = json_string(json_member(*value, "title"));
    if (records.objects.empty() && !list->empty()) return refused("holds no JSON object");
    return records;
}

void read_json_records(const Origin& origin, ByteSource& source, Reading& reading) {
    Result<std::string> bytes = read_whole(source, reading.limits().record_bytes);
    if (!bytes) return reading.failure(origin, bytes.error());
    if (bytes->empty()) return reading.failure(origin, {ErrorCode::BadInput, "is empty"});
    Result<JsonRecords> records = split_json(*bytes);
    if (!records) {
        if (!is_lines(*bytes)) return reading.failure(origin, records.error());
        MemorySource lines(*bytes);
        return read_json_lines(origin, lines, reading);
    }
    if (records->single) {
        reading.record({origin, Format::Json, *std::move(bytes)});
        return;
    }
    std::uint64_t number = 0;
    for (std::string& object : records->objects) {
        RawRecord record{origin.at(++number), Format::Json, std::move(object)};
        record.given.outlet = records->title;
        if (!reading.record(std::move(record))) return;
    }
}

}  // namespace sitrep
