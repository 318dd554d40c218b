#include "search/query.hpp"

#include <fmt/format.h>

namespace sitrep {
namespace {

std::string field_prefix(Field field) {
    return field == Field::Body ? std::string() : std::string(field_row(field).name) + ":";
}

/// leaf_text() of each kind of node.
struct LeafText {
    std::string operator()(const WordQuery& word) const {
        return field_prefix(word.field) + word.text;
    }
    std::string operator()(const PhraseQuery& phrase) const {
        return field_prefix(phrase.field) + "\"" + phrase.text + "\"";
    }
    std::string operator()(const PatternQuery& pattern) const {
        return field_prefix(pattern.field) + pattern.text;
    }
    std::string operator()(const DateQuery& date) const { return "date:" + date.text; }
    std::string operator()(const SizeQuery& size) const { return "size:" + size.text; }
    template <class Node>
    std::string operator()(const Node&) const {
        return {};
    }
};

struct Writer {
    std::string& out;

    void write(const Query& query) const {
        if (query.required) out += "+";
        std::visit(*this, query.node);
        if (query.boost != 1) out += fmt::format("^{}", query.boost);
    }

    template <class Leaf>
    void operator()(const Leaf& leaf) const {
        out += LeafText{}(leaf);
    }
    void operator()(const RunQuery& run) const { list("run", run.words); }
    void operator()(const PhraseQuery& phrase) const {
        out += "(phrase " + LeafText{}(phrase) + ")";
    }
    void operator()(const AndQuery& all) const { list(all.implicit ? "and" : "AND", all.children); }
    void operator()(const OrQuery& either) const { list("or", either.children); }
    void operator()(const XorQuery& one) const { list("xor", one.children); }
    void operator()(const NearQuery& near) const {
        list(fmt::format("{}/{}", near.in_order ? "adj" : "near", near.distance), near.children);
    }
    void operator()(const NotQuery& exclusion) const {
        out += "(not ";
        write(*exclusion.child);
        out += ")";
    }

    void list(std::string_view name, const std::vector<QueryPtr>& children) const {
        out += "(";
        out += name;
        for (const QueryPtr& child : children) {
            out += " ";
            write(*child);
        }
        out += ")";
    }
};

}  // namespace

Field field_of(const Query& query) {
    std::optional<Field> field;
    each_child(query, [&](const Query& child) {
        if (!field) field = field_of(child);
    });
    if (field) return *field;
    return std::visit(
        [](const auto& node) {
            if constexpr (requires { node.field; }) return node.field;
            return Field::Date;
        },
        query.node);
}

double expansion_weight(ExpansionKind kind) {
    switch (kind) {
        case ExpansionKind::Spelling:
            return 0.9;
        case ExpansionKind::Acronym:
            return 0.5;
        case ExpansionKind::Nickname:
        case ExpansionKind::Demonym:
            return 0.4;
    }
    return 0;
}

std::string_view expansion_name(ExpansionKind kind) {
    switch (kind) {
        case ExpansionKind::Spelling:
            return "spelling";
        case ExpansionKind::Acronym:
            return "acronym";
        case ExpansionKind::Nickname:
            return "nickname";
        case ExpansionKind::Demonym:
            return "demonym";
    }
    return "";
}

std::string leaf_text(const Query& query) { return std::visit(LeafText{}, query.node); }

bool is_stop_word(const WordQuery& word) {
    return !word.units.empty() && word.units.front().words.front().stop_word;
}

bool is_stop_word(const Query& query) {
    const auto* word = std::get_if<WordQuery>(&query.node);
    return word != nullptr && is_stop_word(*word);
}

std::string to_string(const Query& query) {
    std::string out;
    Writer{out}.write(query);
    return out;
}

}  // namespace sitrep
