#include "query/article_line.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

namespace sitrep {
namespace {

using Json = nlohmann::json;

Error bad_line(std::string message) {
    return {ErrorCode::Usage, std::move(message),
            "one line is wanted: sitrep-index --dump=article FILE | head -n 1"};
}

/// Without what nests deeper than a section's text: nobody reads it.
Result<Json> parsed(std::string_view text) {
    constexpr int kDeepest = 3;
    const auto keep = [](int depth, Json::parse_event_t, const Json&) { return depth <= kDeepest; };
    try {
        return Json::parse(text.begin(), text.end(), keep);
    } catch (const Json::parse_error& failure) {
        // Its own words quote the text, however long that is.
        return bad_line(fmt::format("the article is no JSON from byte {} on", failure.byte));
    } catch (const Json::exception&) {  // a number beyond all bounds
        return bad_line("the article is no JSON");
    }
}

/// Reads members of objects; keeps the first complaint.
class Members {
  public:
    std::string text(const Json& object, const char* name) {
        const auto member = object.find(name);
        if (member == object.end() || member->is_null()) return {};
        if (member->is_string()) return member->get<std::string>();
        complain(name, "is no string");
        return {};
    }

    std::vector<Section> sections(const Json& object) {
        const auto list = object.find("sections");
        if (list == object.end() || list->is_null()) return {section("", text(object, "body"))};
        std::vector<Section> sections;
        if (!list->is_array()) complain("sections", "is no list");
        for (const Json& one : list->is_array() ? *list : Json::array()) {
            if (one.is_object()) {
                sections.push_back(section(text(one, "heading"), text(one, "text")));
            } else {
                complain("sections", "holds what is no object");
            }
        }
        return sections;
    }

    const std::string& trouble() const { return trouble_; }

  private:
    static Section section(std::string heading, std::string_view text) {
        constexpr std::string_view kBetween = "\n\n";
        Section section{std::move(heading), {}};
        while (!text.empty()) {
            const std::size_t end = std::min(text.find(kBetween), text.size());
            if (end > 0) section.paragraphs.emplace_back(text.substr(0, end));
            text.remove_prefix(std::min(end + kBetween.size(), text.size()));
        }
        return section;
    }

    void complain(const char* name, const char* what) {
        if (trouble_.empty()) trouble_ = fmt::format("the article's \"{}\" {}", name, what);
    }

    std::string trouble_;
};

}  // namespace

Result<Article> parse_article_line(std::string_view json) {
    const Result<Json> object = parsed(json);
    if (!object) return object.error();
    if (!object->is_object()) return bad_line("the article is no JSON object");
    Members members;
    Article article;
    article.header.title = members.text(*object, "title");
    article.header.deck = members.text(*object, "deck");
    article.header.language = members.text(*object, "language");
    article.sections = members.sections(*object);
    if (!members.trouble().empty()) return bad_line(members.trouble());
    if (article.header.title.empty() && article.body().empty())
        return bad_line("the article has no title, no body and no sections");
    return article;
}

}  // namespace sitrep
