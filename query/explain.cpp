#include "query/explain.hpp"

#include "base/strings.hpp"
#include "base/terminal.hpp"
#include "search/pattern_forms.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep {
namespace {

std::string shown_names(const std::vector<QueryTerm>& names) {
    std::vector<std::string> shown;
    for (const QueryTerm& name : names) {
        const bool designator = name.kind == TokenKind::Designator;
        shown.push_back(name.term + (designator ? " (designator)" : ""));
    }
    return join(shown, " or ");
}

/// A phrase asks for the words as they are: their stems play no part.
std::string shown_unit(const QueryUnit& unit, bool exact) {
    std::string names = shown_names(unit.names);
    if (unit.by_name_only) return names;
    std::vector<std::string> words;
    for (const QueryTerm& term : unit.words) {
        std::string text = term.term;
        const bool stems = !exact && unit.words.size() == 1 && term.stem != term.term;
        if (stems) text += " (stem " + term.stem + ")";
        if (term.stop_word) text += " (stop word, not asked for)";
        words.push_back(std::move(text));
    }
    const std::string shown =
        join(words, " ") + (unit.may_be_apart ? " (the words, side by side or not)" : "");
    return names.empty() ? shown : names + " or " + shown;
}

std::string shown_units(const std::vector<QueryUnit>& units, bool exact) {
    if (units.empty()) return "nothing that can be searched";
    std::vector<std::string> shown;
    for (const QueryUnit& unit : units)
        shown.push_back(shown_unit(unit, exact || units.size() > 1));
    return join(shown, ", ");
}

std::string shown_range(const DayRange& range) {
    return (range.first ? iso_day(*range.first) : "") + ".." +
           (range.last ? iso_day(*range.last) : "");
}

std::string shown_size(const SizeQuery& size) {
    return (size.first ? std::to_string(*size.first) : "") + ".." +
           (size.last ? std::to_string(*size.last) : "") + " words";
}

std::string shown_forms(const PatternQuery& pattern) {
    constexpr std::size_t kShown = 12;
    if (pattern.forms.empty()) return "no word of the articles";
    std::vector<std::string> shown;
    for (const PatternForm& form : pattern.forms) {
        if (shown.size() == kShown) break;
        shown.push_back(fmt::format("{} ({})", form.term, form.articles));
    }
    const std::size_t more = pattern.forms.size() - shown.size();
    return (pattern.left_out > 0 ? fmt::format("{} of ", pattern.forms.size()) : "") +
           counted(pattern.forms.size() + pattern.left_out, "word") + ": " + join(shown, ", ") +
           (more > 0 ? fmt::format(" and {} more", more) : "");
}

/// A line for each leaf; `exact` below NEAR and in quotes, where stems play no part.
class Explainer {
  public:
    std::string run(const Query& query) {
        walk(query, false);
        return std::move(out_);
    }

  private:
    void walk(const Query& query, bool exact) {
        if (std::holds_alternative<NearQuery>(query.node)) exact = true;
        each_child(query, [&](const Query& child) { walk(child, exact); });
        if (const auto* word = std::get_if<WordQuery>(&query.node)) {
            line(named(word->field, word->text), "->", shown_units(word->units, exact));
            expansions(named(word->field, word->text), word->expansions);
        } else if (const auto* run = std::get_if<RunQuery>(&query.node)) {
            std::vector<std::string> texts;
            for (const QueryPtr& one : run->words)
                texts.push_back(std::get<WordQuery>(one->node).text);
            expansions(named(field_of(query), join(texts, " ")), run->expansions);
        } else if (const auto* phrase = std::get_if<PhraseQuery>(&query.node)) {
            line(named(phrase->field, "\"" + phrase->text + "\""), "->",
                 shown_units(phrase->units, true));
        } else if (const auto* pattern = std::get_if<PatternQuery>(&query.node)) {
            line(named(pattern->field, pattern->text), "->", shown_forms(*pattern));
        } else if (const auto* date = std::get_if<DateQuery>(&query.node)) {
            line(named(Field::Date, date->text), "->", shown_range(date->range));
        } else if (const auto* size = std::get_if<SizeQuery>(&query.node)) {
            line(named(Field::Size, size->text), "->", shown_size(*size));
        }
    }

    static std::string named(Field field, const std::string& text) {
        return (field == Field::Body ? "" : std::string(field_row(field).name) + ":") + text;
    }

    void expansions(const std::string& name, const std::vector<QueryExpansion>& all) {
        for (const QueryExpansion& expansion : all) {
            line(name, "~",
                 fmt::format("{} ({}, {} of its weight)", expansion.text,
                             expansion_name(expansion.kind), expansion_weight(expansion.kind)));
        }
    }

    void line(const std::string& name, std::string_view arrow, const std::string& what) {
        out_ += fmt::format("  {} {} {}\n", printable(name), arrow, printable(what));
    }

    std::string out_;
};

}  // namespace

std::string explain_question(const Query& query) {
    return "question: " + printable(to_string(query)) + "\n" + Explainer().run(query);
}

std::string explain_search(const HitList& list, const QuestionTimes& times) {
    const std::string optional =
        list.optional_words.empty() ? "none" : join(list.optional_words, ", ");
    const std::string learnt = list.learnt_words.empty()
                                   ? ""
                                   : "learnt: " + printable(join(list.learnt_words, ", ")) + "\n";
    return fmt::format(
        "optional: {}\n{}searched: {}\n"
        "time: question {:.1f} ms, its words {:.1f} ms, search {:.1f} ms, snippets {:.1f} ms\n",
        printable(optional), learnt, printable(list.explanation), times.parse_ms, times.words_ms,
        list.search_ms, list.elapsed_ms - list.search_ms);
}

}  // namespace sitrep
