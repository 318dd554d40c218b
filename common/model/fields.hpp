// THE field table. The writer, the query parser, --help-fields and the man page are all read from
// it: a new field is one row here and the extractor that fills it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace sitrep {

enum class Field : std::uint8_t {
    Body,  ///< the running text; what unprefixed words search, with all boosted text
    Title,
    Deck,
    Lead,     ///< the first paragraph of several
    Section,  ///< the outlet's category, and the headings in the text
    Author,
    Outlet,
    Language,
    Date,
    Size,  ///< words
    Type,  ///< of the file
    Path,  ///< inside the root, and each folder above it
    Id,
    Url,  ///< the article's address, and each part of its site above it
    Has,  ///< which facts are known
};
inline constexpr std::size_t kFieldCount = 15;

enum class FieldKind : std::uint8_t {
    Text,   ///< analysed, with positions: words and phrases
    Exact,  ///< terms of exact_value(), as they are
    Date,   ///< a value slot, searched by range
    Size,   ///< likewise, of numbers
};

struct FieldRow {
    Field field;
    std::string_view name;                    ///< as in `name:word`
    std::array<std::string_view, 2> aliases;  ///< further names; empty where there are fewer
    FieldKind kind;
    std::string_view prefix;  ///< Xapian term prefix; the standard one where there is one
    /// What a match in this field adds when a word is asked for without a field: this share of its
    /// own weight, on top of the body's. 0: plain words do not look here. Applied at query time.
    double boost;
    std::string_view help;
    std::string_view example;
};

/// Rows in the order of the enumeration. Prefixes: S, A, L, T are Xapian's standard ones, X... are
/// ours.
inline constexpr std::array<FieldRow, kFieldCount> kFields = {{
    {Field::Body,
     "body",
     {"text", ""},
     FieldKind::Text,
     "",
     1.0,
     "the running text; where words without a field look, with headline and headings",
     "interoperability"},
    {Field::Title,
     "title",
     {"headline", ""},
     FieldKind::Text,
     "S",
     0.125,
     "the headline",
     "title:hypersonic"},
    {Field::Deck,
     "deck",
     {"summary", ""},
     FieldKind::Text,
     "XD",
     0.0625,
     "the lines under the headline",
     "deck:\"mutual defense\""},
    {Field::Lead,
     "lead",
     {"opening", ""},
     FieldKind::Text,
     "XL",
     0.0625,
     "the first paragraph",
     "lead:sanctions"},
    {Field::Section,
     "section",
     {"category", ""},
     FieldKind::Text,
     "XS",
     0.0625,
     "the outlet's category, or a heading in the text",
     "section:cyber"},
    {Field::Author,
     "author",
     {"by", "byline"},
     FieldKind::Text,
     "A",
     0.0,
     "who wrote it",
     "author:\"jane doe\""},
    {Field::Outlet,
     "outlet",
     {"source", "site"},
     FieldKind::Text,
     "XO",
     0.0,
     "who published it",
     "outlet:\"stars and stripes\""},
    {Field::Language,
     "lang",
     {"language", ""},
     FieldKind::Exact,
     "L",
     0.0,
     "the language, by its code or name",
     "lang:en"},
    {Field::Date,
     "date",
     {"published", ""},
     FieldKind::Date,
     "",
     0.0,
     "the day it was published, as the article prints it",
     "date:2015..2016"},
    {Field::Size,
     "size",
     {"words", ""},
     FieldKind::Size,
     "",
     0.0,
     "how many words the article has",
     "size:>500"},
    {Field::Type,
     "type",
     {"format", ""},
     FieldKind::Exact,
     "T",
     0.0,
     "the kind of file: html, text, markdown, json, pdf, mail, feed, crawl",
     "type:pdf"},
    {Field::Path,
     "path",
     {"folder", ""},
     FieldKind::Exact,
     "XJ",
     0.0,
     "the file or a folder above it, whole or inside what was indexed",
     "path:2015/*"},
    {Field::Id,
     "id",
     {"", ""},
     FieldKind::Exact,
     "XK",
     0.0,
     "the id, as hits show it",
     "id:wire-2015-0427"},
    {Field::Url,
     "url",
     {"link", ""},
     FieldKind::Exact,
     "XW",
     0.0,
     "its address on the web, or a site or a part of one",
     "url:defensenews.com/naval"},
    {Field::Has,
     "has",
     {"", ""},
     FieldKind::Exact,
     "XH",
     0.0,
     "a fact that is known: author, correction, date, dateline, deck, heading, outlet, section, "
     "url",
     "has:correction"},
}};

constexpr const FieldRow& field_row(Field field) {
    return kFields[static_cast<std::size_t>(field)];
}

/// The field a user means by `name` (name or alias, any case), if there is one.
std::optional<Field> find_field(std::string_view name);

}  // namespace sitrep
