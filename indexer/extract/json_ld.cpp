#include "indexer/extract/json_ld.hpp"

#include "base/strings.hpp"
#include "indexer/extract/dom.hpp"
#include "indexer/extract/json_repair.hpp"
#include "indexer/extract/json_text.hpp"

#include <algorithm>
#include <map>

namespace sitrep {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxNodes = 2000;
constexpr std::size_t kMaxAuthors = 20;

bool is_type(const json& object, std::string_view ending) {
    const json& type = json_member(object, "@type");
    const auto fits = [ending](const json& t) {
        return t.is_string() && t.get_ref<const std::string&>().ends_with(ending);
    };
    return fits(type) || (type.is_array() && std::any_of(type.begin(), type.end(), fits));
}

bool is_article(const json& object) {
    for (const std::string_view type :
         {"Article", "Posting", "Report", "Review", "HowTo", "Recipe"}) {
        if (is_type(object, type)) return true;
    }
    return false;
}

class Reader {
  public:
    explicit Reader(JsonLd& out) : out_(out) {}

    void read(const json& root) {
        collect(root);
        for (const json* node : nodes_) {
            if (is_article(*node)) take_article(*node, true);
        }
        for (const json* node : nodes_) {
            if (is_type(*node, "WebPage")) take_article(*node, false);
            if (is_type(*node, "BreadcrumbList")) take_breadcrumb(*node);
        }
    }

  private:
    /// Every object at the top, in lists, in graphs, as main entity; and who has which @id.
    void collect(const json& root) {
        std::vector<const json*> open = {&root};
        while (!open.empty() && nodes_.size() < kMaxNodes) {
            const json* node = open.back();
            open.pop_back();
            if (node->is_array()) {
                for (auto it = node->rbegin(); it != node->rend(); ++it) open.push_back(&*it);
            } else if (node->is_object()) {
                nodes_.push_back(node);
                const std::string id = json_string(json_member(*node, "@id"));
                if (!id.empty() && node->size() > 1) by_id_.emplace(id, node);
                for (const char* key :
                     {"mainEntity", "mainEntityOfPage", "@graph", "breadcrumb", "hasPart"}) {
                    const json& below = json_member(*node, key);
                    if (below.is_structured()) open.push_back(&below);
                }
            }
        }
    }

    const json& resolved(const json& value) const {
        if (!value.is_object() || value.size() != 1) return value;
        const auto found = by_id_.find(json_string(json_member(value, "@id")));
        return found == by_id_.end() ? value : *found->second;
    }

    static void set(std::string& field, const json& value) {
        if (field.empty()) field = decoded_entities(json_string(value));
    }

    /// References may lead in circles, and lists to lists.
    void take_people(const json& value, int depth = 0) {
        constexpr int kDeepest = 3;
        if (depth > kDeepest || people_left_ == 0) return;
        --people_left_;
        const json& who = resolved(value);
        const json& list = who.is_array() ? who : json_member(who, "@list");
        if (list.is_array()) {
            for (const json& one : list) take_people(one, depth + 1);
            return;
        }
        if (is_type(who, "Organization") && !is_type(who, "Person")) return;
        for (const std::string& given :
             json_names(who.is_object() ? json_member(who, "name") : who)) {
            std::string name = decoded_entities(given);
            if (out_.authors.size() >= kMaxAuthors) return;
            if (name.empty() || name.find("://") != std::string::npos) continue;
            if (std::find(out_.authors.begin(), out_.authors.end(), name) == out_.authors.end()) {
                out_.authors.push_back(std::move(name));
            }
        }
    }

    void take_article(const json& node, bool article) {
        set(out_.published, json_member(node, "datePublished"));
        set(out_.modified, json_member(node, "dateModified"));
        set(out_.language, json_member(node, "inLanguage"));
        if (!article) return;
        set(out_.headline, json_member(node, "headline"));
        const json& body = json_member(node, "articleBody");  // its lines are paragraphs
        const bool own =
            out_.headline == decoded_entities(json_string(json_member(node, "headline")));
        if (own && out_.body.empty() && body.is_string()) out_.body = body.get<std::string>();
        set(out_.published, json_member(node, "dateCreated"));
        if (out_.authors.empty()) take_people(json_member(node, "author"));
        if (out_.authors.empty()) take_people(json_member(node, "creator"));
        set(out_.section, json_member(node, "articleSection"));
        const json& publisher = resolved(json_member(node, "publisher"));
        set(out_.publisher, publisher.is_object() ? json_member(publisher, "name") : publisher);
        set(out_.url, json_member(node, "url"));
    }

    void take_breadcrumb(const json& node) {
        const json& items = json_member(node, "itemListElement");
        if (!items.is_array() || !out_.breadcrumb.empty()) return;
        constexpr std::size_t kMaxItems = 10;
        for (const json& item : items) {
            if (out_.breadcrumb.size() >= kMaxItems) return;
            std::string name = json_string(json_member(item, "name"));
            if (name.empty()) name = json_string(json_member(json_member(item, "item"), "name"));
            out_.breadcrumb.push_back(decoded_entities(name));
        }
    }

    JsonLd& out_;
    std::size_t people_left_ = 100;  // that are looked at
    std::vector<const json*> nodes_;
    std::map<std::string, const json*> by_id_;
};

}  // namespace

void read_json_ld(std::string_view script, JsonLd& out) {
    std::optional<json> value = parse_json(script);
    if (!value) value = parse_json(repaired_json(script));
    if (value) Reader(out).read(*value);
}

}  // namespace sitrep
