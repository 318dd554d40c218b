#include "indexer/article_json.hpp"

#include <nlohmann/json.hpp>

namespace sitrep {

std::string article_json(const Article& article, const Origin& origin, const std::string& id) {
    using Json = nlohmann::ordered_json;
    const ArticleHeader& header = article.header;
    const auto or_null = [](const std::string& text) { return text.empty() ? Json() : Json(text); };
    Json sections = Json::array();
    for (const Section& section : article.sections) {
        Article part;
        part.sections = {Section{"", section.paragraphs}};
        sections.push_back({{"heading", section.heading}, {"text", part.body()}});
    }
    Json dropped = Json::array();
    for (const DroppedText& piece : article.dropped) {
        dropped.push_back({{"text", piece.text}, {"reason", piece.reason}});
    }
    const Json object = {{"path", origin.text()},
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
                         {"sections", std::move(sections)},
                         {"dropped", std::move(dropped)}};
    return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace sitrep
