#include "text/index_document_builder.hpp"

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "model/acronyms.hpp"
#include "model/exact_values.hpp"
#include "model/facets.hpp"
#include "model/fields.hpp"
#include "text/acronym_miner.hpp"
#include "text/copy_sketch.hpp"
#include "text/correction.hpp"
#include "text/date.hpp"
#include "text/designator_list.hpp"
#include "text/field_terms.hpp"
#include "text/language.hpp"
#include "text/name.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep {
namespace {

/// Calls `use` with `text` in pieces, each of a size that its tokens take little memory; they end
/// at blanks where there are some.
template <class Use>
void for_each_piece(std::string_view text, Use use) {
    constexpr std::size_t kPieceBytes = std::size_t{256} << 10U;
    while (text.size() > kPieceBytes) {
        std::size_t end = text.rfind(' ', kPieceBytes);
        if (end == std::string_view::npos || end == 0)
            end = utf8::floor_boundary(text, kPieceBytes);
        use(text.substr(0, end));
        text.remove_prefix(end);
    }
    use(text);
}

class Builder {
  public:
    Builder(Analyzer& analyzer, std::string language)
        : analyzer_(&analyzer), language_(std::move(language)) {
        for (const FieldRow& row : kFields) fields_.emplace_back(std::string(row.prefix));
    }

    void add_text(Field field, std::string_view text) {
        if (text.empty()) return;
        const FieldRow& row = field_row(field);
        const std::vector<Token>& tokens = analyzer_->analyze(text, language_);
        if (tokens.empty()) return;
        terms_of(field).add(tokens);
        terms_of(field).leave_gap();
        if (row.boost <= 0) return;
        add_to_body(tokens, text);
        terms_of(Field::Body).leave_gap();
    }

    void add_paragraph(std::string_view text) {
        for_each_piece(text, [this](std::string_view piece) {
            const std::vector<Token>& tokens = analyzer_->analyze(piece, language_);
            add_to_body(tokens, piece);
            sketch_.add(tokens);
        });
        add_acronyms(text);
    }
    /// Under the field's prefix alone.
    void add_field(Field field, std::string_view text) {
        for_each_piece(text, [this, field](std::string_view piece) {
            terms_of(field).add(analyzer_->analyze(piece, language_));
        });
    }
    void end_section() { terms_of(Field::Body).leave_gap(); }

    std::vector<std::string> designators() const { return designators_.names(); }

    Terms terms() {
        Terms out;
        for (FieldTerms& field : fields_) field.move_to(out);
        exact_names_.move_to(out);
        acronyms_.move_to(out);
        long_forms_.move_to(out);
        for (std::string& term : sketch_.band_terms())
            out.emplace_back(std::move(term), TermEntry{});
        return out;
    }
    /// Of the paragraphs.
    const CopySketch& sketch() const { return sketch_; }

  private:
    FieldTerms& terms_of(Field field) { return fields_[static_cast<std::size_t>(field)]; }

    void add_to_body(const std::vector<Token>& tokens, std::string_view text) {
        terms_of(Field::Body).add(tokens);
        for (const Token& token : tokens) {
            const bool whole = token.role == TokenRole::Name || token.role == TokenRole::Word;
            if (!whole || token.kind != TokenKind::Designator) continue;
            exact_names_.add(token.term);
            designators_.add(token.term, text.substr(token.begin, token.end - token.begin));
        }
    }

    /// What the paragraph says its acronyms stand for.
    void add_acronyms(std::string_view text) {
        definitions_.clear();
        miner_.mine(text, definitions_);
        for (const AcronymDefinition& definition : definitions_) {
            const std::string acronym = joined_words(definition.acronym, "");
            std::string meaning = joined_words(definition.meaning, " ");
            if (definition.plural && meaning.ends_with('s')) meaning.pop_back();
            if (acronym.empty() || meaning.empty()) continue;
            acronyms_.mark(fmt::format("{}{}{}", acronym, kAcronymSeparator, meaning));
            long_forms_.mark(fmt::format("{}{}{}", meaning, kAcronymSeparator, acronym));
        }
    }

    std::string joined_words(std::string_view text, std::string_view between) {
        std::string words;
        for (const Token& token : analyzer_->analyze(text, language_)) {
            if (token.role != TokenRole::Word) continue;
            if (!words.empty()) words += between;
            words += token.term;
        }
        return words;
    }

    Analyzer* analyzer_;
    std::string language_;  ///< whose stems
    AcronymMiner miner_;
    std::vector<AcronymDefinition> definitions_;
    CopySketch sketch_;
    std::vector<FieldTerms> fields_;
    TermBag acronyms_{std::string(kAcronymPrefix)};
    TermBag long_forms_{std::string(kLongFormPrefix)};
    TermBag exact_names_{std::string(kExactNamePrefix)};
    DesignatorList designators_;
};

/// A first paragraph is a lead only where an article follows it.
bool has_lead(const Article& article) {
    constexpr std::size_t kFewestParagraphs = 3;
    std::size_t paragraphs = 0;
    for (const Section& section : article.sections) paragraphs += section.paragraphs.size();
    return paragraphs >= kFewestParagraphs;
}

void add_body(const Article& article, Builder& builder) {
    bool is_lead = has_lead(article);
    for (const Section& section : article.sections) {
        builder.add_text(Field::Section, section.heading);
        for (const std::string& paragraph : section.paragraphs) {
            builder.add_paragraph(paragraph);
            if (is_lead) builder.add_field(Field::Lead, paragraph);
            is_lead = is_lead && paragraph.empty();
        }
        builder.end_section();
    }
}

/// "dvidshub" of an outlet that is known by its host alone, "dvidshub.net"; none of other outlets.
std::string_view site_name(std::string_view outlet) {
    constexpr std::string_view kKinds[] = {"ac", "co", "com", "gov", "mil", "net", "org"};
    const std::vector<std::string_view> labels = split(outlet, '.');
    const bool is_host =
        labels.size() >= 2 && std::all_of(outlet.begin(), outlet.end(), [](char c) {
            return is_ascii_alpha(c) || is_ascii_digit(c) || c == '.' || c == '-';
        });
    if (!is_host || labels.back().size() < 2) return {};
    const std::string_view name = labels[labels.size() - 2];  // "navy" of "www.navy.mil"
    const bool is_kind = labels.size() >= 3 && labels.back().size() == 2 &&
                         std::find(std::begin(kKinds), std::end(kKinds), name) != std::end(kKinds);
    return is_kind ? labels[labels.size() - 3] : name;  // "bbc" of "bbc.co.uk"
}

void add_terms(const Article& article, Builder& builder) {
    builder.add_text(Field::Title, article.header.title);
    builder.add_text(Field::Deck, article.header.deck);
    add_body(article, builder);
    builder.add_text(Field::Section, article.header.section);
    for (const std::string& author : article.header.authors)
        builder.add_text(Field::Author, author);
    builder.add_text(Field::Outlet, article.header.outlet);
    builder.add_text(Field::Outlet, site_name(article.header.outlet));
}

/// The first bytes of a term as a number that sorts as they do: most comparisons end there.
std::uint64_t head_of(std::string_view term) {
    std::uint64_t head = 0;
    for (std::size_t i = 0; i < sizeof head; ++i) {
        head = (head << 8U) | (i < term.size() ? static_cast<unsigned char>(term[i]) : 0U);
    }
    return head;
}

void fill(IndexDocument& document, Terms terms) {
    std::vector<std::pair<std::uint64_t, std::size_t>> order;
    order.reserve(terms.size());
    for (std::size_t i = 0; i < terms.size(); ++i) order.emplace_back(head_of(terms[i].first), i);
    std::sort(order.begin(), order.end(), [&terms](const auto& a, const auto& b) {
        if (a.first != b.first) return a.first < b.first;
        return terms[a.second].first < terms[b.second].first;
    });
    TermMap::sequence_type sorted;
    sorted.reserve(terms.size() + 1);  // the unique term comes later
    for (const auto& [head, i] : order) {
        auto& [term, entry] = terms[i];
        if (term.size() > kMaxTermBytes || (!sorted.empty() && sorted.back().first == term))
            continue;
        sorted.emplace_back(std::move(term), std::move(entry));
    }
    document.terms.adopt_sequence(boost::container::ordered_unique_range, std::move(sorted));
}

void add_line_terms(const LineNotes& notes, Terms& terms) {
    for (const LineFingerprint line : notes.lines)
        terms.emplace_back(line_term(kLinePrefix, line), TermEntry{});
    for (const LineFingerprint line : notes.learned)
        terms.emplace_back(line_term(kLearnedPrefix, line), TermEntry{});
}

/// What `has:` finds; see kFacts.
void add_facts(const Article& article, Terms& terms) {
    const ArticleHeader& header = article.header;
    bool has_heading = false;
    bool has_correction = is_correction(header.deck);
    for (const Section& section : article.sections) {
        has_heading = has_heading || !section.heading.empty();
        has_correction = has_correction || is_correction(section.heading) ||
                         std::any_of(section.paragraphs.begin(), section.paragraphs.end(),
                                     [](const std::string& text) { return is_correction(text); });
    }
    const std::pair<std::string_view, bool> facts[] = {
        {"author", !header.authors.empty()}, {"correction", has_correction},
        {"date", !header.published.empty()}, {"dateline", !header.dateline.empty()},
        {"deck", !header.deck.empty()},      {"heading", has_heading},
        {"outlet", !header.outlet.empty()},  {"section", !header.section.empty()},
        {"url", !header.url.empty()}};
    const std::string prefix(field_row(Field::Has).prefix);
    for (const auto& [fact, is_known] : facts) {
        if (is_known) terms.emplace_back(prefix + std::string(fact), TermEntry{});
    }
}

void add_boolean_terms(const StoredArticle& stored, const std::string& stems, Terms& terms) {
    terms.emplace_back(file_term(stored.file), TermEntry{});
    if (stems != "en") terms.emplace_back(std::string(kStemsPrefix) + stems, TermEntry{});
    const std::string& language = stored.article.header.language;
    if (!language.empty())
        terms.emplace_back(std::string(field_row(Field::Language).prefix) + language, TermEntry{});
    for (std::string& place : place_terms(stored))
        terms.emplace_back(std::move(place), TermEntry{});
    for (std::string& address : address_terms(stored.article.header.url))
        terms.emplace_back(std::move(address), TermEntry{});
    add_facts(stored.article, terms);
    add_line_terms(stored.article.notes, terms);
}

/// What answers are counted by.
void add_facets(const ArticleHeader& header, const std::vector<std::string>& designators,
                std::map<Slot, std::string>& values) {
    std::vector<std::string> authors;
    for (const std::string& author : header.authors) authors.push_back(facet_name(author));
    const std::pair<Slot, std::string> facets[] = {{Slot::Outlet, facet_name(header.outlet)},
                                                   {Slot::Section, facet_name(header.section)},
                                                   {Slot::Authors, pack_names(std::move(authors))},
                                                   {Slot::Designators, pack_names(designators)}};
    for (const auto& [slot, value] : facets) {
        if (!value.empty()) values[slot] = value;
    }
}

std::uint64_t words_of(const Article& article) {
    std::uint64_t words = 0;
    for (const Section& section : article.sections) {
        words += count_words(section.heading);
        for (const std::string& paragraph : section.paragraphs) words += count_words(paragraph);
    }
    return words;
}

}  // namespace

IndexDocument build_unnamed_document(const StoredArticle& stored, Analyzer& analyzer) {
    const std::string language = stemming_language(stored.article);
    Builder builder(analyzer, language);
    add_terms(stored.article, builder);
    Terms terms = builder.terms();
    add_boolean_terms(stored, language, terms);
    IndexDocument document;
    fill(document, std::move(terms));
    const LineNotes& notes = stored.article.notes;
    if (!notes.story_keys.empty()) document.values[Slot::Story] = notes.story_keys;
    if (std::string signature = builder.sketch().signature(); !signature.empty())
        document.values[Slot::Copies] = std::move(signature);
    if (const std::optional<Day> day = parse_day(stored.article.header.published))
        document.values[Slot::Date] = sortable_day(*day);
    add_facets(stored.article.header, builder.designators(), document.values);
    document.values[Slot::Size] = sortable_size(words_of(stored.article));
    document.data = encode_stored_article(stored);
    return document;
}

void name_document(IndexDocument& document, const FileKey& file, std::string_view record_key) {
    document.unique_term = unique_term(file, record_key);
    document.terms.try_emplace(document.unique_term);
    const auto date = document.values.find(Slot::Date);
    document.values[Slot::Order] =
        (date == document.values.end() ? "00000000" : date->second) + document.unique_term;
}

IndexDocument build_index_document(const StoredArticle& stored, std::string_view record_key,
                                   Analyzer& analyzer) {
    IndexDocument document = build_unnamed_document(stored, analyzer);
    name_document(document, stored.file, record_key);
    return document;
}

}  // namespace sitrep
