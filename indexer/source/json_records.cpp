#include "indexer/source/json_records.hpp"

#include "indexer/extract/json_text.hpp"
#include "text/charset.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

Error refused(const char* why) { return {ErrorCode::BadInput, why}; }

/// The array that holds the articles, or null when `value` is an article itself.
const nlohmann::json* article_list(const nlohmann::json& value) {
    constexpr std::array kKeys = {"articles", "items", "entries", "data", "results"};
    if (value.is_array()) return &value;
    for (const char* key : kKeys) {
        const nlohmann::json& list = json_member(value, key);
        const auto is_object = [](const nlohmann::json& item) { return item.is_object(); };
        if (list.is_array() && std::any_of(list.begin(), list.end(), is_object)) return &list;
    }
    return nullptr;
}

}  // namespace

Result<JsonRecords> split_json(std::string_view bytes) {
    const std::optional<nlohmann::json> value = parse_json(decode(bytes).text);
    if (!value) return refused("is not JSON");
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
    if (records.objects.empty()) return refused("holds no JSON object");
    return records;
}

void read_json_records(const Origin& origin, ByteSource& source, Reading& reading) {
    Result<std::string> bytes = read_whole(source, reading.limits().record_bytes);
    if (!bytes) return reading.failure(origin, bytes.error());
    if (bytes->empty()) return reading.failure(origin, {ErrorCode::BadInput, "is empty"});
    Result<JsonRecords> records = split_json(*bytes);
    if (!records) return reading.failure(origin, records.error());
    if (records->single) {
        reading.record({origin, Format::Json, *std::move(bytes)});
        return;
    }
    std::uint64_t number = 0;
    for (std::string& object : records->objects) {
        if (!reading.record({origin.at(++number), Format::Json, std::move(object)})) return;
    }
}

}  // namespace sitrep
