#include "indexer/extract/cleaned_json.hpp"

#include "base/strings.hpp"
#include "indexer/extract/json_text.hpp"
#include "model/article_json.hpp"
#include "text/date.hpp"
#include "text/language_code.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace sitrep {
namespace {

using nlohmann::json;

std::string text_at(const json& object, std::string_view key) {
    const json& value = json_member(object, key);
    return value.is_string() ? collapsed_space(value.get_ref<const std::string&>()) : std::string();
}

/// An ISO date, with or without a time.
std::string date_at(const json& object, std::string_view key) {
    std::string text = text_at(object, key);
    const auto day = parse_day(text);
    return day && text.starts_with(iso_day(*day)) ? text : std::string();
}

ArticleHeader header_of(const json& object) {
    ArticleHeader header;
    header.id = text_at(object, "id");
    header.title = text_at(object, "title");
    header.deck = text_at(object, "deck");
    for (const json& author : json_member(object, "authors")) {
        if (author.is_string())
            header.authors.push_back(collapsed_space(author.get<std::string>()));
    }
    header.published = date_at(object, "published");
    header.published_from = text_at(object, "published_from");
    header.modified = date_at(object, "modified");
    header.dateline = text_at(object, "dateline");
    header.agency = text_at(object, "agency");
    header.outlet = text_at(object, "outlet");
    header.section = text_at(object, "section");
    header.url = text_at(object, "url");
    header.language = language_code(text_at(object, "language"));
    return header;
}

void add_block(BlockKind kind, std::string_view text, std::vector<Block>& blocks) {
    Block block;
    block.kind = kind;
    block.text = collapsed_space(text);
    if (!block.text.empty()) blocks.push_back(std::move(block));
}

void add_paragraphs(std::string_view text, std::vector<Block>& blocks) {
    constexpr std::string_view kBetween = "\n\n";
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(kBetween), text.size());
        add_block(BlockKind::Paragraph, text.substr(0, end), blocks);
        text.remove_prefix(std::min(end + kBetween.size(), text.size()));
    }
}

std::vector<Block> blocks_of(const json& object) {
    std::vector<Block> blocks;
    for (const json& section : json_member(object, "sections")) {
        const json& text = json_member(section, "text");
        add_block(BlockKind::Heading, text_at(section, "heading"), blocks);
        if (text.is_string()) add_paragraphs(text.get_ref<const std::string&>(), blocks);
    }
    return blocks;
}

}  // namespace

bool is_cleaned_json(const json& object) {
    return json_member(object, kArticleMark).is_number_integer();
}

Result<ExtractedPage> read_cleaned_json(const json& object) {
    if (json_member(object, kArticleMark) != kArticleVersion)
        return Error{ErrorCode::BadInput, "was exported by another version of sitrep",
                     "read it with that version, or export it again with this one"};
    ExtractedPage page;
    page.header = header_of(object);
    page.blocks = blocks_of(object);
    page.is_cleaned = true;
    if (page.header.title.empty() && page.blocks.empty())
        return Error{ErrorCode::BadInput, "no title and no text"};
    return page;
}

}  // namespace sitrep
