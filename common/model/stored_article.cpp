#include "model/stored_article.hpp"

#include "base/packed.hpp"

namespace sitrep {
namespace {

constexpr char kVersion = 2;

/// The header's strings in their stored order: one list for both directions.
template <class Header, class Visit>
void for_each_text(Header& header, Visit&& visit) {
    for (auto* text : {&header.id, &header.title, &header.deck, &header.published,
                       &header.published_from, &header.modified, &header.dateline, &header.agency,
                       &header.outlet, &header.section, &header.url, &header.language}) {
        visit(*text);
    }
}

}  // namespace

std::string encode_stored_article(const StoredArticle& stored) {
    Packer out(kVersion);
    out.text(stored.file.root);
    out.text(stored.file.path);
    out.text(stored.place.member);
    out.number(stored.place.record.value_or(0));
    for_each_text(stored.article.header, [&out](const std::string& text) { out.text(text); });
    out.texts(stored.article.header.authors);
    out.number(stored.article.sections.size());
    for (const Section& section : stored.article.sections) {
        out.text(section.heading);
        out.texts(section.paragraphs);
    }
    return std::move(out).take();
}

Result<StoredArticle> decode_stored_article(std::string_view data) {
    Unpacker in(data, kVersion);
    StoredArticle stored;
    stored.file.root = in.text();
    stored.file.path = in.text();
    stored.place.member = in.text();
    if (const std::uint64_t record = in.number(); record != 0) stored.place.record = record;
    for_each_text(stored.article.header, [&in](std::string& text) { text = in.text(); });
    stored.article.header.authors = in.texts();
    for (std::uint64_t n = in.number(); n > 0 && in.ok(); --n) {
        Section section;
        section.heading = in.text();
        section.paragraphs = in.texts();
        stored.article.sections.push_back(std::move(section));
    }
    if (in.complete()) return stored;
    return Error{ErrorCode::Database, "an article stored in the database cannot be read",
                 "the database is damaged: sitrep-index --rebuild makes it anew"};
}

}  // namespace sitrep
