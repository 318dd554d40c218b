#include "search/highlighter.hpp"

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "search/fragment_picker.hpp"
#include "search/term_matcher.hpp"
#include "text/language.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace sitrep {
namespace {

/// So much of an article is looked at in any case, and all of it for words not found there: few
/// articles are longer, and the time stays bounded.
constexpr std::size_t kMaxAnalyzedBytes = std::size_t{256} * 1024;
/// What lies beyond is looked at in pieces of this size. They overlap, for phrases.
constexpr std::size_t kPieceBytes = std::size_t{64} * 1024;
constexpr std::size_t kOverlapBytes = 512;
/// A beginning shorter than this is a byline or a label: the next paragraph says more.
constexpr std::size_t kShortOpening = 40;
constexpr std::string_view kBetween = " … ";
constexpr std::string_view kCut = "…";

/// The texts of an article in reading order, each with the heading it stands under.
struct ArticleTexts {
    std::vector<MarkedText> texts;
    std::vector<Field> places;
    std::vector<const std::string*> headings;
    std::size_t bytes = 0;

    void add(const std::string& text, Field place, const std::string& heading, bool preferred) {
        if (trimmed(text).empty()) return;
        texts.push_back({text, {}, bytes, place == Field::Section, preferred});
        places.push_back(place);
        headings.push_back(&heading);
        bytes += text.size();
    }
    /// A piece of the text `of`.
    void add(const MarkedText& piece, std::size_t of) {
        texts.push_back(piece);
        places.push_back(places[of]);
        headings.push_back(headings[of]);
    }
};

/// What was not looked at yet of one of an article's texts.
struct Rest {
    std::size_t number = 0;
    std::string_view text;
};

/// The first white space of `text` in [begin, end); `end` where there is none.
std::size_t space_in(std::string_view text, std::size_t begin, std::size_t end) {
    while (begin < end && !is_ascii_space(text[begin])) ++begin;
    return begin;
}

/// What is still to be looked at of `text` when that was cut at `bytes`.
std::string_view behind(std::string_view text, std::size_t bytes) {
    return text.substr(space_in(text, bytes - std::min(bytes, kOverlapBytes), bytes));
}

/// Takes a piece off the front of `text`, at spaces where these are near.
std::string_view take_piece(std::string_view& text) {
    const std::string_view piece =
        text.substr(0, utf8::floor_boundary(text, kPieceBytes + kOverlapBytes));
    if (piece.size() == text.size()) {
        text = {};
        return piece;
    }
    text.remove_prefix(space_in(text, kPieceBytes, piece.size()));
    return piece.substr(0, space_in(piece, kPieceBytes + kOverlapBytes / 2, piece.size()));
}

/// Matches as ranges: ascending, disjoint.
std::vector<ByteRange> disjoint(const std::vector<TermMatch>& matches) {
    std::vector<ByteRange> ranges;
    for (const TermMatch& match : matches) {
        if (!ranges.empty() && match.range.begin < ranges.back().end) {
            ranges.back().end = std::max(ranges.back().end, match.range.end);
        } else {
            ranges.push_back(match.range);
        }
    }
    return ranges;
}

/// Puts the fragment's text, on one line, behind the snippet, and its matches to the highlights.
void append_fragment(Snippet& snippet, const Fragment& fragment, const MarkedText& marked) {
    const std::size_t base = snippet.text.size();
    for (const char c :
         marked.text.substr(fragment.range.begin, fragment.range.end - fragment.range.begin)) {
        snippet.text.push_back(is_ascii_space(c) ? ' ' : c);
    }
    for (const ByteRange& range : disjoint(marked.matches)) {
        const std::size_t begin = std::max(range.begin, fragment.range.begin);
        const std::size_t end = std::min(range.end, fragment.range.end);
        if (begin >= end) continue;
        snippet.highlights.push_back(
            {base + begin - fragment.range.begin, base + end - fragment.range.begin});
    }
}

Snippet compose(const std::vector<Fragment>& fragments, const ArticleTexts& article) {
    Snippet snippet;
    if (fragments.empty()) return snippet;
    if (fragments.front().cut_front) snippet.text += kCut;
    for (std::size_t i = 0; i < fragments.size(); ++i) {
        if (i != 0) snippet.text += kBetween;
        append_fragment(snippet, fragments[i], article.texts[fragments[i].text]);
    }
    if (fragments.back().cut_back) snippet.text += kCut;
    return snippet;
}

/// Where an article is shown when nothing in it matched: the first paragraph that says something,
/// in a preferred section when there is one.
std::size_t opening_text(const ArticleTexts& article) {
    std::size_t best = 0;
    int best_rank = -1;
    for (std::size_t i = 0; i < article.texts.size(); ++i) {
        const int rank = (article.texts[i].preferred ? 4 : 0) +
                         (article.places[i] == Field::Body ? 2 : 0) +
                         (article.texts[i].text.size() >= kShortOpening ? 1 : 0);
        if (rank > best_rank) best = i;
        best_rank = std::max(best_rank, rank);
    }
    return best;
}

}  // namespace

struct Highlighter::Words {
    explicit Words(const Query& query) : matcher(query) {}
    TermMatcher matcher;

    bool names_section(const std::string& heading, const std::string& language,
                       Analyzer& analyzer) const {
        const auto matches =
            matcher.find(analyzer.analyze(heading, language), Field::Section, language);
        return std::any_of(matches.begin(), matches.end(), [&](const TermMatch& match) {
            return matcher.field_of(match.word) == Field::Section;
        });
    }

    ArticleTexts texts_of(const Article& article, const std::string& language, std::size_t& budget,
                          Analyzer& analyzer) const {
        static const std::string kNoHeading;
        ArticleTexts all;
        all.add(article.header.deck, Field::Deck, kNoHeading, false);
        for (const Section& section : article.sections) {
            const bool looks = matcher.asks_for(Field::Section) && section.heading.size() < budget;
            if (looks) budget -= section.heading.size();
            const bool preferred = looks && names_section(section.heading, language, analyzer);
            all.add(section.heading, Field::Section, section.heading, preferred);
            for (const std::string& paragraph : section.paragraphs) {
                all.add(paragraph, Field::Body, section.heading, preferred);
            }
        }
        return all;
    }

    // A heading is a fragment for what it says, not for being what `section:` named.
    void mark(MarkedText& marked, Field place, const std::string& language,
              Analyzer& analyzer) const {
        marked.matches = matcher.find(analyzer.analyze(marked.text, language),
                                      marked.heading ? Field::Body : place, language);
    }

    /// Marks texts while the budget lasts; the others, and what it leaves of one, are `rest`.
    void mark_texts(ArticleTexts& all, bool preferred, const std::string& language,
                    std::size_t& budget, std::vector<Rest>& rest, Analyzer& analyzer) const {
        for (std::size_t i = 0; i < all.texts.size(); ++i) {
            MarkedText& marked = all.texts[i];
            if (marked.preferred != preferred) continue;
            const std::size_t bytes = utf8::floor_boundary(marked.text, budget);
            if (bytes < marked.text.size()) rest.push_back({i, behind(marked.text, bytes)});
            if (budget == 0) continue;
            marked.text = marked.text.substr(0, bytes);
            budget -= std::min(budget, std::max<std::size_t>(1, bytes));
            mark(marked, all.places[i], language, analyzer);
        }
    }

    /// Looks through the rest until every word was met. A piece that holds one which was not
    /// becomes a text of its own.
    void mark_rest(ArticleTexts& all, std::span<Rest> rest, const std::string& language,
                   Analyzer& analyzer) const {
        std::set<std::size_t> met;
        const auto meet = [&met](const MarkedText& marked) {
            const std::size_t before = met.size();
            for (const TermMatch& match : marked.matches) met.insert(match.word);
            return met.size() > before;
        };
        for (const MarkedText& marked : all.texts) meet(marked);
        for (Rest& one : rest) {
            MarkedText piece = all.texts[one.number];
            piece.offset = all.bytes;  // far enough behind the beginning
            while (!one.text.empty() && met.size() < matcher.word_count()) {
                piece.text = take_piece(one.text);
                mark(piece, all.places[one.number], language, analyzer);
                if (meet(piece)) all.add(piece, one.number);
            }
        }
    }
};

Highlighter::Highlighter(const Query& query, Analyzer& analyzer, SnippetOptions options)
    : words_(std::make_shared<const Words>(query)), analyzer_(&analyzer), options_(options) {}

Snippet Highlighter::snippet(const Article& article) const {
    std::size_t budget = kMaxAnalyzedBytes;
    const std::string language = stemming_language(article);
    ArticleTexts all = words_->texts_of(article, language, budget, *analyzer_);
    if (all.texts.empty()) return {};
    std::vector<Rest> rest;
    for (const bool preferred : {true, false})
        words_->mark_texts(all, preferred, language, budget, rest, *analyzer_);
    words_->mark_rest(all, rest, language, *analyzer_);
    PickedFragments picked = pick_fragments(all.texts, words_->matcher.word_count(),
                                            options_.max_fragments, options_.target_bytes);
    if (picked.fragments.empty()) {
        picked.best_text = opening_text(all);
        picked.fragments = {opening_of(all.texts[picked.best_text].text, options_.target_bytes)};
        picked.fragments.front().text = picked.best_text;
    }
    // From the section that was named, or from anywhere: never a mixture under one heading.
    if (all.texts[picked.best_text].preferred) {
        std::erase_if(picked.fragments,
                      [&all](const Fragment& one) { return !all.texts[one.text].preferred; });
    }
    Snippet snippet = compose(picked.fragments, all);
    const std::size_t first = picked.fragments.front().text;
    if (!all.texts[first].heading)
        snippet.heading = *all.headings[first];  // else it begins with it
    return snippet;
}

std::vector<ByteRange> Highlighter::highlights(std::string_view text,
                                               const std::string& language) const {
    const std::string_view bounded = text.substr(0, utf8::floor_boundary(text, kMaxAnalyzedBytes));
    return disjoint(
        words_->matcher.find(analyzer_->analyze(bounded, language), Field::Title, language));
}

}  // namespace sitrep
