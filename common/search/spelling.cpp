#include "search/spelling.hpp"

#include "base/edit_distance.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "model/hit.hpp"
#include "search/query_units.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace sitrep {
namespace {

/// A word that so many articles hold is spelled as it is meant.
constexpr std::uint64_t kKnown = 3;
/// How much more frequent the word must be that was meant.
constexpr std::uint64_t kTimes = 10;
/// Shorter words are near too many others.
constexpr std::size_t kShortest = 4;
/// From so many letters on two letters may differ.
constexpr std::size_t kLong = 7;
/// Parts of the list of words are read for each: of a question's so many.
constexpr std::size_t kMostWords = 8;
/// Each that may be meant is a search.
constexpr std::size_t kMostMeant = 3;

struct Misspelling {
    std::size_t column;
    std::size_t bytes;
    std::vector<std::string> meant;  ///< equally near, the most frequent first
};

/// Its first character, and the second where the first is one too many or changed places. Few
/// people miss the first letter otherwise.
std::vector<std::string> likely_beginnings(const std::string& word) {
    const std::size_t first = utf8::decode(word, 0).length;
    const std::size_t second = utf8::decode(word, first).length;  // there are kShortest
    std::vector<std::string> beginnings = {word.substr(0, first), word.substr(first, second)};
    if (beginnings[0] == beginnings[1]) beginnings.pop_back();
    return beginnings;
}

/// Fewer letters differ, then the first letter is kept.
struct Nearness {
    std::size_t letters = 0;
    bool other_first = false;
    auto operator<=>(const Nearness&) const = default;
};

/// A rare word is a word; one that nobody writes is a slip, but seldom of two letters with the
/// first among them.
bool is_slip(const Nearness& near, bool is_word) {
    return is_word ? near.letters <= 1 && !near.other_first
                   : near.letters <= 1 || !near.other_first;
}

/// Capitals that are an acronym, if one that the articles have not.
bool is_short_name(std::string_view typed) {
    constexpr std::size_t kLongest = 5;
    return typed.size() <= kLongest && std::all_of(typed.begin(), typed.end(), is_ascii_upper);
}

class Speller {
  public:
    Speller(std::string_view question, TermSource& terms, const WordTest& is_known)
        : question_(question), terms_(terms), is_known_(is_known) {}

    void walk(const Query& query) {
        const bool fixed = std::holds_alternative<NotQuery>(query.node);
        if (fixed || found_.size() >= kMostWords) return;
        if (const auto* word = std::get_if<WordQuery>(&query.node)) look_at(*word, query.column);
        if (const auto* phrase = std::get_if<PhraseQuery>(&query.node))
            look_at(*phrase, query.column);
        each_child(query, [this](const Query& child) { walk(child); });
    }

    std::vector<std::string> suggestions() {
        std::sort(found_.begin(), found_.end(),
                  [](const Misspelling& a, const Misspelling& b) { return a.column < b.column; });
        std::vector<std::string> all;
        if (!found_.empty()) all.push_back(with(found_.front(), 0));
        for (const Misspelling& other : found_) {
            for (std::size_t i = 1; i < other.meant.size(); ++i) all.push_back(with(other, i));
        }
        return all;
    }

  private:
    /// The question as it was meant: `other` by the word `which`, the rest by the likeliest.
    std::string with(const Misspelling& other, std::size_t which) const {
        std::string out;
        std::size_t at = 0;
        for (const Misspelling& one : found_) {
            out += question_.substr(at, one.column - at);
            out += one.meant[&one == &other ? which : 0];
            at = one.column + one.bytes;
        }
        return out + std::string(question_.substr(at));
    }

    void look_at(const WordQuery& word, std::size_t column) {
        const bool is_text = field_row(word.field).kind == FieldKind::Text;
        // Of a saved question only the name stands there.
        const bool stands_there = question_.substr(column, word.text.size()) == word.text;
        if (!is_text || !stands_there || word.units.size() != 1) return;
        const ByteRange whole{column, column + word.text.size()};
        const ByteRange inside = find(word.units.front(), whole);
        look_at(word.units.front(), word.field, inside.end > inside.begin ? inside : whole, kKnown);
    }

    /// In quotes words are meant as they are written, but for those that nobody writes.
    void look_at(const PhraseQuery& phrase, std::size_t column) {
        const std::size_t begin = question_.find(phrase.text, column);
        if (field_row(phrase.field).kind != FieldKind::Text || begin == std::string_view::npos)
            return;
        ByteRange rest{begin, begin + phrase.text.size()};
        for (const QueryUnit& unit : phrase.units) {
            const ByteRange place = find(unit, rest);
            if (place.end == place.begin) return;
            look_at(unit, phrase.field, place, 1);
            rest.begin = place.end;
        }
    }

    /// Where the words of `unit` stand within `range`, without the signs about them; nothing where
    /// they are written in other letters than they are folded to.
    ByteRange find(const QueryUnit& unit, ByteRange range) const {
        const std::string text =
            ascii_lower(question_.substr(range.begin, range.end - range.begin));
        const std::size_t first = text.find(unit.words.front().term);
        if (first == std::string::npos) return {range.begin, range.begin};
        std::size_t end = first;
        for (const QueryTerm& word : unit.words) {
            const std::size_t at = text.find(word.term, end);
            if (at == std::string::npos) return {range.begin, range.begin};
            end = at + word.term.size();
        }
        return {range.begin + first, range.begin + end};
    }

    /// A word that fewer than `known` articles hold, as it stands at `place`.
    void look_at(const QueryUnit& unit, Field field, ByteRange place, std::uint64_t known) {
        if (!is_plain_word(unit) || unit.words.front().stop_word) return;
        const QueryTerm& term = unit.words.front();
        const std::string_view typed = question_.substr(place.begin, place.end - place.begin);
        if (utf8::length(term.term) < kShortest || is_short_name(typed)) return;
        const std::uint64_t articles = terms_.articles_with(field, term);
        if (articles >= known || is_known_(unit)) return;
        std::vector<std::string> meant = nearest(field, term.term, articles);
        if (!meant.empty())
            found_.push_back({place.begin, place.end - place.begin, std::move(meant)});
    }

    std::vector<std::string> nearest(Field field, const std::string& word, std::uint64_t articles) {
        const EditDistance distance(word, utf8::length(word) >= kLong ? 2 : 1);
        const auto nearness = [&](const PatternForm& form) {
            return Nearness{*distance.of(form.term), form.term.front() != word.front()};
        };
        std::vector<PatternForm> near;
        for (const std::string& beginning : likely_beginnings(word)) {
            std::vector<PatternForm> some = terms_.terms(field, beginning, near_words(distance));
            std::move(some.begin(), some.end(), std::back_inserter(near));
        }
        std::erase_if(near, [&](const PatternForm& form) {
            const bool is_number = std::any_of(form.term.begin(), form.term.end(), is_ascii_digit);
            return is_number || form.articles <= kTimes * articles ||
                   !is_slip(nearness(form), articles > 0);
        });
        std::sort(near.begin(), near.end(), [&](const PatternForm& a, const PatternForm& b) {
            return std::tuple(nearness(a), b.articles) < std::tuple(nearness(b), a.articles);
        });
        std::vector<std::string> meant;
        for (const PatternForm& form : near) {
            if (meant.size() == kMostMeant || nearness(form) != nearness(near.front())) break;
            meant.push_back(form.term);
        }
        return meant;
    }

    std::string_view question_;
    TermSource& terms_;
    const WordTest& is_known_;
    std::vector<Misspelling> found_;
};

}  // namespace

std::vector<std::string> suggested_questions(std::string_view question, const Query& query,
                                             TermSource& terms, const WordTest& is_known) {
    Speller speller(question, terms, is_known);
    speller.walk(query);
    return speller.suggestions();
}

}  // namespace sitrep
