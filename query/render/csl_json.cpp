#include "query/render/citation.hpp"
#include "query/render/links.hpp"
#include "query/render/renderer.hpp"
#include "text/date.hpp"

#include <nlohmann/json.hpp>

namespace sitrep {
namespace {

using Json = nlohmann::ordered_json;

void put(Json& item, const char* name, const std::string& value) {
    if (!value.empty()) item[name] = value;
}

Json item_of(const Hit& hit) {
    const ArticleHeader& header = hit.header;
    Json item = {{"id", citation_key(hit)}, {"type", "article-newspaper"}};
    put(item, "title", header.title);
    for (const std::string& author : header.authors)
        item["author"].push_back({{"literal", author}});
    if (const std::optional<Day> day = parse_day(header.published))
        item["issued"]["date-parts"] = Json::array({{day->year, day->month, day->day}});
    put(item, "container-title", header.outlet);
    put(item, "section", header.section);
    put(item, "language", header.language);
    put(item, "URL", web_link(header.url));
    return item;
}

}  // namespace

std::string render_csl_json(const Answer& answer, const RenderStyle& style) {
    Json items = Json::array();
    for (const Hit& hit : answer.list.hits) items.push_back(item_of(hit));
    constexpr int kIndent = 2;
    return items.dump(kIndent, ' ', style.terminal, Json::error_handler_t::replace) + "\n";
}

}  // namespace sitrep
