// What a question finds, on articles of any text:
// * plain words taken from an article, in its order or not, find it;
// * a quoted run of an article's words finds the articles in which a scan of their tokens finds it,
//   and no other;
// * words near one another likewise;
// * folding a term again changes nothing.
#include "base/utf8.hpp"
#include "search/query_analysis.hpp"
#include "search/query_parser.hpp"
#include "search/term_matcher.hpp"
#include "store/query_compiler.hpp"
#include "text/index_document_builder.hpp"

#include <xapian.h>

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <set>
#include <string>
#include <vector>

namespace {

using namespace sitrep;

void require(bool holds, const char* what, const std::string& text) {
    if (holds) return;
    std::cerr << what << ": [" << text << "]\n";
    std::abort();
}

constexpr std::size_t kMostArticles = 4;
constexpr std::size_t kMostWords = 8;

Analyzer& analyzer() {
    static Analyzer one = *Analyzer::create(AnalyzerConfig::current());
    return one;
}

/// The words of a text as they are written.
std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    for (const Token& token : analyzer().analyze(text)) {
        if (token.role == TokenRole::Word)
            words.push_back(text.substr(token.begin, token.end - token.begin));
    }
    return words;
}

Xapian::WritableDatabase database_of(const std::vector<std::string>& texts) {
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    for (const std::string& text : texts) {
        StoredArticle stored;
        stored.article.header.language = "en";
        stored.article.sections = {{"", {text}}};
        Xapian::Document document;
        for (const auto& [term, entry] : build_index_document(stored, "1", analyzer()).terms) {
            document.add_term(term, entry.wdf);
            for (const std::uint32_t position : entry.positions)
                document.add_posting(term, position, 0);
        }
        database.add_document(document);
    }
    return database;
}

std::set<Xapian::docid> found(const Xapian::Database& database, const Xapian::Query& query) {
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    const Xapian::MSet hits = enquire.get_mset(0, database.get_doccount());
    std::set<Xapian::docid> ids;
    for (auto hit = hits.begin(); hit != hits.end(); ++hit) ids.insert(*hit);
    return ids;
}

void check_plain(const Xapian::Database& database, Xapian::docid id, const std::string& text) {
    const QueryPtr query = parse_plain_words(text);
    analyze_query(*query, analyzer(), StopWords::parse("the\nof\n"));
    drop_surplus(*query);
    const auto* all = std::get_if<AndQuery>(&query->node);
    if (all != nullptr && all->children.empty()) return;
    const auto* word = std::get_if<WordQuery>(&query->node);
    if (word != nullptr && word->units.empty()) return;
    require(found(database, compile(*query, database).strict.asked).contains(id), "words not found",
            text);
}

/// The articles in which a scan of their tokens finds what is asked for.
std::set<Xapian::docid> scanned(const std::vector<std::string>& texts, const Query& query) {
    const TermMatcher matcher(query);
    std::set<Xapian::docid> ids;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!matcher.find(analyzer().analyze(texts[i]), Field::Body).empty())
            ids.insert(static_cast<Xapian::docid>(i + 1));
    }
    return ids;
}

void check_phrase(const Xapian::Database& database, const std::vector<std::string>& texts,
                  const std::string& text) {
    Query query{0, PhraseQuery{text, Field::Body, {}}};
    analyze_query(query, analyzer(), StopWords());
    const std::vector<QueryUnit>& units = std::get<PhraseQuery>(query.node).units;
    if (units.empty()) return;
    require(found(database, compile(query, database).strict.asked) == scanned(texts, query),
            "phrase and scan differ", text);
}

/// Whether a word is one thing in a text: not also two words side by side.
bool is_one_place(const Query& word) {
    const std::vector<QueryUnit>& units = std::get<WordQuery>(word.node).units;
    return units.size() == 1 && (units[0].by_name_only || units[0].words.size() == 1);
}

void check_near(const Xapian::Database& database, const std::vector<std::string>& texts,
                const std::vector<std::string>& words, std::uint32_t distance, bool in_order) {
    NearQuery near{{}, distance, in_order};
    for (const std::string& word : words)
        near.children.push_back(std::make_unique<Query>(Query{0, WordQuery{word}}));
    Query query{0, std::move(near)};
    analyze_query(query, analyzer(), StopWords());
    for (const QueryPtr& word : std::get<NearQuery>(query.node).children) {
        if (!is_one_place(*word)) return;
    }
    const std::string what = to_string(query);
    require(found(database, compile(query, database).strict.asked) == scanned(texts, query),
            "near and scan differ", what);
}

void check_folding(const std::string& text) {
    std::vector<std::string> terms;
    for (const Token& token : analyzer().analyze(text)) {
        if (token.role == TokenRole::Word && token.kind == TokenKind::Word &&
            token.term.size() < 60)
            terms.emplace_back(token.term);
    }
    for (const std::string& term : terms) {
        const std::vector<Token>& again = analyzer().analyze(term);
        if (again.size() == 1)
            require(again[0].term == term, "folding changes what is folded", term);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t kLongest = 400;
    if (size < 3 || size > kLongest) return 0;
    const std::size_t first = data[0];
    const std::size_t count = 1 + data[1] % kMostWords;
    const std::size_t step = 1 + data[2] % 3;
    const std::string all =
        utf8::repaired(std::string_view(reinterpret_cast<const char*>(data + 3), size - 3));
    std::vector<std::string> texts;
    for (std::size_t at = 0; at <= all.size() && texts.size() < kMostArticles;) {
        const std::size_t end = std::min(all.find('\n', at), all.size());
        texts.push_back(all.substr(at, end - at));
        at = end + 1;
    }
    const Xapian::WritableDatabase database = database_of(texts);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::vector<std::string> words = words_of(texts[i]);
        if (words.empty()) continue;
        std::string side_by_side;
        std::string apart;
        const std::size_t begin = first % words.size();
        for (std::size_t k = 0; k < count; ++k) {
            if (begin + k < words.size()) side_by_side += words[begin + k] + " ";
            apart += words[(begin + k * step) % words.size()] + " ";
        }
        const auto id = static_cast<Xapian::docid>(i + 1);
        check_plain(database, id, side_by_side);
        check_plain(database, id, apart);
        check_phrase(database, texts, side_by_side);
        const std::string& other = words[(begin + count * step) % words.size()];
        check_near(database, texts, {words[begin], other}, 1 + data[1] % 5U, data[2] % 2 == 0);
        check_folding(texts[i]);
    }
    return 0;
}
