#include "store/word_tally.hpp"

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "text/language.hpp"

#include <algorithm>
#include <cmath>

namespace sitrep {
namespace {

constexpr std::size_t kMostEntries = 100'000;

bool is_telling(const Token& token, const StopWords& stop_words) {
    constexpr std::size_t kShortest = 3;
    if (token.role == TokenRole::Name) return token.kind == TokenKind::Designator;
    if (token.role != TokenRole::Word || token.width != 1) return false;
    if (token.kind != TokenKind::Word && token.kind != TokenKind::Designator) return false;
    return utf8::length(token.term) >= kShortest && !is_ascii_digit(token.term.front()) &&
           !stop_words.contains(token.term);
}

/// x ln(x / expected), 0 of nothing.
double surprise(double x, double expected) { return x <= 0 ? 0 : x * std::log(x / expected); }

/// Of `in_these` of `these` articles against `in_all` of `all`; negative where the word is rarer
/// here than elsewhere.
double log_likelihood(double in_these, double these, double in_all, double all) {
    const double in_others = std::max(0.0, in_all - in_these);
    const double others = std::max(1.0, all - these);
    const double share = (in_these + in_others) / (these + others);
    if (in_these / these <= in_others / others) return -1;
    return 2 * (surprise(in_these, these * share) + surprise(in_others, others * share) +
                surprise(these - in_these, these * (1 - share)) +
                surprise(others - in_others, others * (1 - share)));
}

void put_in_order(std::vector<TellingWord>& words) {
    std::sort(words.begin(), words.end(), [](const TellingWord& a, const TellingWord& b) {
        return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
    });
}

}  // namespace

void WordTally::add(const Article& article) {
    ++articles_;
    const std::string language = stemming_language(article);
    // A headline says in a few words what the article is about.
    constexpr std::uint64_t kTimesOfHeadline = 3;
    add_text(article.header.title, language, kTimesOfHeadline);
    add_text(article.header.deck, language);
    for (const Section& section : article.sections) {
        for (const std::string& paragraph : section.paragraphs) add_text(paragraph, language);
    }
}

void WordTally::add_text(std::string_view text, const std::string& language, std::uint64_t times) {
    for (const Token& token : analyzer_->analyze(text, language)) {
        if (!is_telling(token, *stop_words_)) continue;
        auto found = entries_.find(token.stem);
        if (found == entries_.end()) {
            if (entries_.size() == kMostEntries) continue;
            found = entries_.emplace(token.stem, Entry()).first;
            found->second.term = token.term;
        }
        Entry& entry = found->second;
        entry.times += times;
        ++entry.forms[std::string(text.substr(token.begin, token.end - token.begin))];
        if (entry.last_article == articles_) continue;
        entry.last_article = articles_;
        ++entry.articles;
    }
}

TellingWord WordTally::word_of(const std::string& stem, const Entry& entry,
                               const Xapian::Database& database) {
    const auto form =
        std::max_element(entry.forms.begin(), entry.forms.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    TellingWord word{form->first, entry.term, entry.articles};
    // Its forms stand under Z where they differ from the stem; few articles hold both kinds.
    word.in_all = std::min<std::uint64_t>(
        std::uint64_t{database.get_termfreq("Z" + stem)} + database.get_termfreq(stem),
        database.get_doccount());
    return word;
}

std::vector<TellingWord> WordTally::that_set_apart(const Xapian::Database& database) const {
    const std::uint64_t fewest = articles_ > 1 ? 2 : 1;
    std::vector<TellingWord> words;
    for (const auto& [stem, entry] : entries_) {
        if (entry.articles < fewest) continue;
        TellingWord word = word_of(stem, entry, database);
        word.in_all = std::max(word.in_all, word.in_these);
        word.weight =
            log_likelihood(static_cast<double>(word.in_these), static_cast<double>(articles_),
                           static_cast<double>(word.in_all), database.get_doccount());
        if (word.weight > 0) words.push_back(std::move(word));
    }
    put_in_order(words);
    return words;
}

std::vector<TellingWord> WordTally::that_find_alike(const Xapian::Database& database,
                                                    std::uint64_t own) const {
    const double all = std::max(1.0, static_cast<double>(database.get_doccount()));
    std::vector<TellingWord> words;
    for (const auto& [stem, entry] : entries_) {
        TellingWord word = word_of(stem, entry, database);
        if (word.in_all <= own) continue;
        word.in_all = std::max(word.in_all, word.in_these);
        word.emphasis = 1 + std::log(static_cast<double>(entry.times));
        word.weight = word.emphasis * std::log(all / static_cast<double>(word.in_all));
        if (word.weight > 0) words.push_back(std::move(word));
    }
    put_in_order(words);
    return words;
}

}  // namespace sitrep
