#include "indexer/extract/linked_state.hpp"

#include "base/strings.hpp"
#include "indexer/extract/json_text.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sitrep {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxLinks = 256;  ///< one behind the other; JSON itself is no deeper

/// Nuxt's list: `["Reactive", 1]` is its root, and each says by numbers which its members are.
class FlatList {
  public:
    explicit FlatList(json& values) : values_(values) {}

    static bool is_one(const json& state) {
        if (!state.is_array() || state.size() < 2) return false;
        const json& root = state.front();
        return root.is_array() && root.size() == 2 && is_index(root[1]) &&
               json_string(root[0]).ends_with("Reactive");
    }

    json value_at(const json& index, std::size_t depth = 0) {
        constexpr std::size_t kShort = 64;  // of types and the like, which many share
        if (!is_index(index) || index.get<std::int64_t>() < 0 || depth > kMaxLinks) return {};
        const auto at = index.get<std::size_t>();
        if (at >= values_.size()) return {};
        if (!values_[at].is_structured()) {
            const bool is_long = values_[at].is_string() &&
                                 values_[at].get_ref<const std::string&>().size() > kShort;
            return is_long ? std::exchange(values_[at], json()) : values_[at];
        }
        json value = std::exchange(values_[at], json());
        // A name in front: `["Reactive", 7]` is only another way to say 7.
        if (value.is_array() && value.size() > 1 && value[0].is_string())
            return value_at(value[1], depth + 1);
        for (json& member : value) member = value_at(member, depth + 1);
        return value;
    }

  private:
    static bool is_index(const json& value) { return value.is_number_integer(); }

    json& values_;
};

/// Apollo's cache: `{"__ref": "Paragraph:3"}` names another object of it.
class Cache {
  public:
    explicit Cache(json& objects) : objects_(objects) {}

    void follow() {
        for (const auto& [key, object] : objects_.items()) {
            if (!std::exchange(begun_[key], true)) follow_in(object, 0);
            done_[key] = true;
        }
    }

  private:
    void follow_in(json& value, std::size_t depth) {
        if (!value.is_structured() || depth > 2 * kMaxLinks) return;
        for (json& member : value) {
            const json& name = json_member(member, "__ref");
            if (name.is_string()) {
                member = object_of(name.get<std::string>(), depth + 1);
            } else {
                follow_in(member, depth + 1);
            }
        }
    }

    /// Taken out of the cache; nothing where it is gone, or holds the one that asks.
    json object_of(const std::string& key, std::size_t depth) {
        const auto found = objects_.find(key);
        if (found == objects_.end()) return {};
        const bool begun = std::exchange(begun_[key], true);
        if (begun && !done_[key]) return {};
        json object = std::exchange(*found, json());
        if (!begun) follow_in(object, depth);
        done_[key] = true;
        return object;
    }

    json& objects_;
    std::map<std::string, bool, std::less<>> begun_;
    std::map<std::string, bool, std::less<>> done_;
};

/// The cache in `state`, which stands at any place of it.
json* cache_in(json& state) {
    std::vector<json*> open = {&state};
    while (!open.empty()) {
        json& value = *open.back();
        open.pop_back();
        if (value.is_object() && value.contains("ROOT_QUERY")) return &value;
        if (!value.is_structured()) continue;
        for (json& below : value) {
            if (below.is_structured()) open.push_back(&below);
        }
    }
    return nullptr;
}

/// Rows: `1a:{JSON}` to the line's end, `1b:T4d2,` and so many bytes of text.
class Flight {
  public:
    explicit Flight(std::string_view rows) : left_(rows) {}

    json state() {
        constexpr std::size_t kMaxRows = 20'000;
        json values = json::array();
        for (std::size_t row = 0; row < kMaxRows && !left_.empty(); ++row) read_row(values);
        for (json& value : values) put_texts(value);
        for (auto& [id, text] : texts_) values.push_back(json{{"text", std::move(text)}});
        return values;
    }

  private:
    void read_row(json& values) {
        const std::size_t colon = std::min(left_.find(':'), left_.size());
        const std::string id(trimmed(left_.substr(0, colon)));
        left_.remove_prefix(std::min(colon + 1, left_.size()));
        if (left_.starts_with('T')) return read_text(id);
        const std::string_view line = left_.substr(0, left_.find('\n'));
        left_.remove_prefix(std::min(line.size() + 1, left_.size()));
        if (!line.starts_with('[') && !line.starts_with('{')) return;
        if (std::optional<json> value = parse_json(line)) values.push_back(*std::move(value));
    }

    void read_text(const std::string& id) {
        constexpr int kHex = 16;
        std::size_t bytes = 0;
        const char* end = left_.data() + left_.size();
        const auto [rest, error] = std::from_chars(left_.data() + 1, end, bytes, kHex);
        left_.remove_prefix(static_cast<std::size_t>(rest - left_.data()));
        if (error != std::errc() || !left_.starts_with(',')) return;
        texts_.emplace(id, left_.substr(1, bytes));
        left_.remove_prefix(std::min(left_.size() - 1, bytes) + 1);
    }

    /// `$1b` is what the row of that name has, `$$5` is `$5`, `$` marks an element.
    void put_texts(json& value) {
        if (value.is_string()) {
            std::string& name = value.get_ref<std::string&>();
            if (name.size() < 2 || name[0] != '$') return;
            if (name[1] == '$') {
                name.erase(0, 1);
                return;
            }
            const auto found = texts_.find(name.substr(1));
            name.clear();
            if (found == texts_.end()) return;
            name = std::move(found->second);
            texts_.erase(found);
        } else if (value.is_structured()) {
            for (json& below : value) put_texts(below);
        }
    }

    std::string_view left_;
    std::map<std::string, std::string> texts_;
};

}  // namespace

void follow_references(json& state) {
    if (FlatList::is_one(state)) {
        state = FlatList(state).value_at(0);
    } else if (json* cache = cache_in(state)) {
        Cache(*cache).follow();
    }
}

json flight_state(std::string_view rows) { return Flight(rows).state(); }

}  // namespace sitrep
