#include "search/vocabulary.hpp"

#include "base/strings.hpp"
#include "search/query_units.hpp"

#include <algorithm>
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
    names.reserve(std::size(kKinds));
    for (const KindRow& row : kKinds) names.emplace_back(row.name);
    return join(names, ", ");
}

/// By the first letter or digit; wordings that begin with neither are together. AN/ is no part of a
/// designator's name.
constexpr std::size_t kOtherBucket = 36;
std::size_t bucket_of(std::string_view text) {
    if (text.size() > 3 && ascii_lower(text.substr(0, 3)) == "an/") text.remove_prefix(3);
    const auto first = std::find_if(text.begin(), text.end(), is_word_byte);
    if (first == text.end() || static_cast<unsigned char>(*first) >= 0x80) return kOtherBucket;
    const char c = ascii_lower(*first);
    return static_cast<std::size_t>(is_ascii_digit(c) ? c - '0' + 26 : c - 'a');
}

}  // namespace

std::string vocabulary_key(const std::vector<QueryUnit>& units) {
    std::string key;
    const auto add = [&key](const std::string& word) {
        if (!key.empty()) key += ' ';
        key += word;
    };
    for (const QueryUnit& unit : units) {
        // A joined word (all-domain) is its words; a designator or initialism is its name.
        if (!unit.names.empty() && unit.names.front().kind != TokenKind::Word) {
            add(unit.names.front().term);
        } else {
            for (const QueryTerm& word : unit.words) add(word.stem);
        }
    }
    return key;
}

bool is_spelt_so(std::string_view word, const Synonym& spelling) {
    const std::string of = ascii_lower(spelling.of);
    const std::string other = ascii_lower(spelling.text);
    const auto differ = std::mismatch(of.begin(), of.end(), other.begin(), other.end()).first;
    const auto size = static_cast<std::size_t>(differ - of.begin()) + 1;
    return word.starts_with(std::string_view(of).substr(0, size));
}

Result<void> Vocabulary::add(std::string_view table, std::string_view name, bool is_own) {
    std::size_t number = 0;
    for (std::string_view text : split(table, '\n')) {
        ++number;
        if (text.ends_with('\r')) text.remove_suffix(1);
        if (trimmed(text).empty() || text.starts_with('#')) continue;
        std::vector<std::string> wordings;
        for (const std::string_view part : split(text, '\t'))
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
        wordings.erase(wordings.begin());
        for (std::size_t i = 0; i < (row->both_ways ? wordings.size() : 1); ++i) {
            Bucket& bucket = buckets_[bucket_of(wordings[i])];
            bucket.wordings.emplace_back(lines_.size(), i);
            bucket.ready = false;
        }
        lines_.push_back({row->kind, row->both_ways, is_own, std::move(wordings)});
    }
    return {};
}

void Vocabulary::make_ready(Bucket& bucket, Analyzer& analyzer) {
    for (const auto& [number, from] : bucket.wordings) {
        const Line& line = lines_[number];
        const std::vector<QueryUnit> units = units_of(line.wordings[from], analyzer);
        if (units.empty()) continue;
        std::vector<Synonym>& known = synonyms_[vocabulary_key(units)];
        for (std::size_t to = 0; to < line.wordings.size(); ++to) {
            Synonym synonym{line.kind, line.wordings[to], line.wordings[from], line.is_own};
            if (to != from && std::find(known.begin(), known.end(), synonym) == known.end())
                known.push_back(std::move(synonym));
        }
    }
    bucket.ready = true;
}

const std::vector<Synonym>& Vocabulary::synonyms(const std::string& key, Analyzer& analyzer) {
    static const std::vector<Synonym> kNone;
    // Keys are folded: what begins with an accented letter may have any.
    for (const std::size_t number : {bucket_of(key), kOtherBucket}) {
        if (!buckets_[number].ready) make_ready(buckets_[number], analyzer);
    }
    const auto found = synonyms_.find(key);
    return found == synonyms_.end() ? kNone : found->second;
}

}  // namespace sitrep
