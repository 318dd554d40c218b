#include "bench/feed.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

namespace sitrep::bench {

std::vector<StoredArticle> read_feed(const char* path) {
    std::vector<StoredArticle> articles;
    std::ifstream feed(path);
    for (std::string line; std::getline(feed, line);) {
        const nlohmann::json row = nlohmann::json::parse(line, nullptr, false);
        if (!row.is_object()) continue;
        StoredArticle stored;
        stored.article.header.id = row.value("id", "");
        stored.article.header.title = row.value("title", "");
        stored.article.header.language = "en";
        Section section;
        const std::string text = row.value("text", "");
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            if (end > at) section.paragraphs.push_back(text.substr(at, end - at));
            at = end + 1;
        }
        stored.article.sections.push_back(std::move(section));
        articles.push_back(std::move(stored));
    }
    return articles;
}

}  // namespace sitrep::bench
