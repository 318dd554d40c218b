#include "model/article_json.hpp"

#include "base/strings.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace sitrep {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json sections_of(const Article& article) {
    Json sections = Json::array();
    for (const Section& section : article.sections) {
        Article part;
        part.sections = {Section{"", section.paragraphs}};
        sections.push_back({{"heading", section.heading}, {"text", part.body()}});
    }
    return sections;
}

Json dropped_from(const Article& article) {
    Json dropped = Json::array();
    for (const DroppedText& piece : article.dropped)
        dropped.push_back({{"text", piece.text}, {"reason", piece.reason}});
    return dropped;
}

Json object_of(const Article& article, const std::string& path, const std::string& id) {
    const ArticleHeader& header = article.header;
    return {{kArticleMark, kArticleVersion},
            {"path", path},
            {"id", id},
            {"title", header.title},
            {"deck", header.deck},
            {"authors", header.authors},
            {"published", or_null(header.published)},
            {"published_from", or_null(header.published_from)},
            {"modified", or_null(header.modified)},
            {"dateline", header.dateline},
            {"agency", header.agency},
            {"outlet", header.outlet},
            {"section", header.section},
            {"url", header.url},
            {"language", header.language},
            {"body", article.body()},
            {"sections", sections_of(article)},
            {"dropped", dropped_from(article)}};
}

/// Takes what `pattern` has from the front of `text`: `9` stands for any digit.
bool take(std::string_view& text, std::string_view pattern) {
    if (text.size() < pattern.size()) return false;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '9' ? !is_ascii_digit(text[i]) : text[i] != pattern[i]) return false;
    }
    text.remove_prefix(pattern.size());
    return true;
}

/// Whether `text` is `THH:MM`, with seconds and parts of them, or a zone, behind it or not.
bool is_time(std::string_view text) {
    if (!take(text, "T99:99")) return false;
    if (take(text, ":99") && take(text, ".9")) {
        constexpr int kMostDigits = 8;
        for (int more = 0; more < kMostDigits && take(text, "9"); ++more) continue;
    }
    if (!take(text, "Z") && !take(text, "+99:99")) take(text, "-99:99");
    return text.empty();
}

Json strict_date(const std::string& date) {
    std::string_view time = date;
    if (!take(time, "9999-99-99")) return {};
    const std::string_view day = std::string_view(date).substr(0, date.size() - time.size());
    return time.empty() || is_time(time) ? Json(date) : Json(day);
}

}  // namespace

std::string article_json(const Article& article, const std::string& path, const std::string& id,
                         JsonLetters letters) {
    return json_line(object_of(article, path, id), letters);
}

std::string article_bulk_lines(const Article& article, const std::string& path,
                               const std::string& id, const std::string& key, JsonLetters letters) {
    const Json action = {{"index", {{"_id", key}}}};
    Json document = object_of(article, path, id);
    document["published"] = strict_date(article.header.published);
    document["modified"] = strict_date(article.header.modified);
    return json_line(action, letters) + "\n" + json_line(document, letters);
}

}  // namespace sitrep
