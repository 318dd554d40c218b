#include "model/stored_article.hpp"

namespace sitrep {
namespace {

constexpr char kVersion = 1;

class Encoder {
  public:
    std::string bytes{kVersion};

    void number(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7U) bytes.push_back(static_cast<char>(value | 0x80U));
        bytes.push_back(static_cast<char>(value));
    }
    void text(std::string_view value) {
        number(value.size());
        bytes += value;
    }
    void texts(const std::vector<std::string>& values) {
        number(values.size());
        for (const std::string& value : values) text(value);
    }
};

/// Reads what Encoder wrote; after the first thing amiss all reads are empty and ok() is false.
class Decoder {
  public:
    explicit Decoder(std::string_view bytes) : rest_(bytes) {
        if (rest_.empty() || rest_.front() != kVersion) {
            fail();
        } else {
            rest_.remove_prefix(1);
        }
    }
    bool ok() const { return ok_; }
    bool at_end() const { return rest_.empty(); }

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if (byte < 0x80) return value;
        }
        fail();
        return 0;
    }
    std::string text() {
        const std::uint64_t size = number();
        if (size > rest_.size()) {
            fail();
            return {};
        }
        std::string value(rest_.substr(0, static_cast<std::size_t>(size)));
        rest_.remove_prefix(value.size());
        return value;
    }
    std::vector<std::string> texts() {
        std::vector<std::string> values;
        for (std::uint64_t n = number(); n > 0 && ok_; --n) values.push_back(text());
        return values;
    }

  private:
    void fail() {
        ok_ = false;
        rest_ = {};
    }
    std::string_view rest_;
    bool ok_ = true;
};

/// The header's strings in their stored order: one list for both directions.
template <class Header, class Visit>
void for_each_text(Header& header, Visit&& visit) {
    for (auto* text : {&header.id, &header.title, &header.deck, &header.published, &header.published_from,
                       &header.dateline, &header.outlet, &header.section, &header.url, &header.language}) {
        visit(*text);
    }
}

}  // namespace

std::string encode_stored_article(const StoredArticle& stored) {
    Encoder out;
    out.text(stored.file.root);
    out.text(stored.file.path);
    out.number(stored.record.value_or(0));
    for_each_text(stored.article.header, [&out](const std::string& text) { out.text(text); });
    out.texts(stored.article.header.authors);
    out.number(stored.article.sections.size());
    for (const Section& section : stored.article.sections) {
        out.text(section.heading);
        out.texts(section.paragraphs);
    }
    return std::move(out.bytes);
}

Result<StoredArticle> decode_stored_article(std::string_view data) {
    Decoder in(data);
    StoredArticle stored;
    stored.file.root = in.text();
    stored.file.path = in.text();
    if (const std::uint64_t record = in.number(); record != 0) stored.record = record;
    for_each_text(stored.article.header, [&in](std::string& text) { text = in.text(); });
    stored.article.header.authors = in.texts();
    for (std::uint64_t n = in.number(); n > 0 && in.ok(); --n) {
        Section section;
        section.heading = in.text();
        section.paragraphs = in.texts();
        stored.article.sections.push_back(std::move(section));
    }
    if (in.ok() && in.at_end()) return stored;
    return Error{ErrorCode::Database, "an article stored in the database cannot be read",
                 "the database is damaged: index its folders again into a new one"};
}

}  // namespace sitrep
