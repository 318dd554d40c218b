#include "search/query.hpp"

namespace sitrep {
namespace {

std::string field_prefix(Field field) {
    return field == Field::Body ? std::string() : std::string(field_row(field).name) + ":";
}

struct Writer {
    std::string& out;

    void operator()(const WordQuery& word) const { out += field_prefix(word.field) + word.text; }
    void operator()(const RunQuery& run) const { list("run", run.words); }
    void operator()(const PhraseQuery& phrase) const {
        out += "(phrase " + field_prefix(phrase.field) + "\"" + phrase.text + "\")";
    }
    void operator()(const DateQuery& date) const { out += "date:" + date.text; }
    void operator()(const AndQuery& all) const { list(all.implicit ? "and" : "AND", all.children); }
    void operator()(const OrQuery& either) const { list("or", either.children); }
    void operator()(const NotQuery& exclusion) const {
        out += "(not ";
        std::visit(*this, exclusion.child->node);
        out += ")";
    }

    void list(std::string_view name, const std::vector<QueryPtr>& children) const {
        out += "(";
        out += name;
        for (const QueryPtr& child : children) {
            out += " ";
            std::visit(*this, child->node);
        }
        out += ")";
    }
};

}  // namespace

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

std::string to_string(const Query& query) {
    std::string out;
    std::visit(Writer{out}, query.node);
    return out;
}

}  // namespace sitrep
