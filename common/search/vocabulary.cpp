#include "search/vocabulary.hpp"

#include "base/strings.hpp"
#include "search/query_units.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace sitrep {
namespace {

struct KindRow {
    std::string_view name;
    ExpansionKind kind;
    bool both_ways;
};
constexpr std::array<KindRow, 5> kKinds = {{{"spelling", ExpansionKind::Spelling, true},
                                            {"acronym", ExpansionKind::Acronym, true},
                                            {"nickname", ExpansionKind::Nickname, true},
                                            {"nickname-of", ExpansionKind::Nickname, false},
                                            {"demonym", ExpansionKind::Demonym, true}}};

const KindRow* find_kind(std::string_view name) {
    const auto* row = std::find_if(kKinds.begin(), kKinds.end(),
                                   [&](const KindRow& one) { return one.name == name; });
    return row == kKinds.end() ? nullptr : row;
}

std::string kind_names() {
    std::vector<std::string> names;
    for (const KindRow& row : kKinds) names.emplace_back(row.name);
    return join(names, ", ");
}

}  // namespace

std::string vocabulary_key(const std::vector<QueryUnit>& units) {
    std::string key;
    const auto add = [&key](const std::string& word) {
        if (!key.empty()) key += ' ';
        key += word;
    };
    for (const QueryUnit& unit : units) {
        const bool named = unit.by_name_only || unit.may_be_apart;
        if (named && !unit.names.empty()) {
            add(unit.names.front().term);
        } else {
            for (const QueryTerm& word : unit.words) add(word.stem);
        }
    }
    return key;
}

Result<void> Vocabulary::add(std::string_view table, std::string_view name, Analyzer& analyzer) {
    std::size_t number = 0;
    for (std::string_view line : split(table, '\n')) {
        ++number;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (trimmed(line).empty() || line.starts_with('#')) continue;
        std::vector<std::string> wordings;
        for (const std::string_view part : split(line, '\t'))
            wordings.push_back(collapsed_space(part));
        const KindRow* row = find_kind(wordings.front());
        const bool has_empty = std::any_of(wordings.begin(), wordings.end(),
                                           [](const std::string& one) { return one.empty(); });
        if (row == nullptr || wordings.size() < 3 || has_empty) {
            return Error{ErrorCode::Usage,
                         std::string(name) + ":" + std::to_string(number) +
                             ": not KIND, a tab, and two wordings or more with tabs between",
                         "kinds: " + kind_names()};
        }
        // An acronym's wordings are one acronym and one long form; of other kinds all are equal.
        for (std::size_t from = 1; from < wordings.size(); ++from) {
            for (std::size_t to = 1; to < wordings.size(); ++to) {
                if (from != to && (row->both_ways || from == 1))
                    link(wordings[from], wordings[to], row->kind, analyzer);
            }
        }
    }
    return {};
}

void Vocabulary::link(const std::string& from, const std::string& to, ExpansionKind kind,
                      Analyzer& analyzer) {
    const std::vector<QueryUnit> units = units_of(from, analyzer);
    if (units.empty()) return;
    const std::string key = vocabulary_key(units);
    std::vector<Synonym>& known = synonyms_[key];
    const Synonym synonym{kind, to};
    if (std::find(known.begin(), known.end(), synonym) == known.end()) known.push_back(synonym);
    const auto spaces = static_cast<std::size_t>(std::count(key.begin(), key.end(), ' '));
    longest_ = std::max(longest_, spaces + 1);
}

const std::vector<Synonym>& Vocabulary::synonyms(const std::string& key) const {
    static const std::vector<Synonym> kNone;
    const auto found = synonyms_.find(key);
    return found == synonyms_.end() ? kNone : found->second;
}

}  // namespace sitrep
