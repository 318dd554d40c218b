#include "text/analyzer.hpp"

#include "base/number.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "text/lexicon.hpp"
#include "text/tokenizer.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <functional>
#include <map>

namespace sitrep {
namespace {

/// Whether the compound is a special form of what its word `i` names alone: `M1A2 SEPv3`.
bool is_family(const CompoundType& compound, std::size_t i, std::string_view term) {
    return std::any_of(compound.names.begin(), compound.names.end(), [&](const LexicalName& name) {
        return name.role == TokenRole::Family && name.first == i && name.words == 1 &&
               name.term == term;
    });
}

}  // namespace

AnalyzerConfig AnalyzerConfig::current() {
    AnalyzerConfig config;
    config.unicode = U_UNICODE_VERSION;
    return config;
}

std::string AnalyzerConfig::serialize() const {
    return "version=" + std::to_string(version) + " stemmer=" + stemmer + " unicode=" + unicode;
}

Result<AnalyzerConfig> AnalyzerConfig::parse(std::string_view text) {
    AnalyzerConfig config;
    bool has_version = false;
    for (const std::string_view part : split(text, ' ')) {
        const std::size_t equals = part.find('=');
        if (equals == std::string_view::npos) continue;
        const std::string_view name = part.substr(0, equals);
        const std::string_view value = part.substr(equals + 1);
        if (name == "stemmer") config.stemmer = value;
        if (name == "unicode") config.unicode = value;
        if (name == "version") {
            const auto version = number_in<decltype(config.version)>(value);
            has_version = version.has_value();
            config.version = version.value_or(0);
        }
    }
    if (has_version) return config;
    return Error{ErrorCode::Database, "the database's analyzer settings cannot be read",
                 "build it again with sitrep-index"};
}

struct Analyzer::State {
    AnalyzerConfig config;
    Lexicon english;
    std::map<std::string, Lexicon, std::less<>> others = {};  ///< by language
    Lexicon* lexicon = nullptr;                               ///< of the text at hand
    Tokenizer tokenizer = {};
    std::vector<WordSlice> slices = {};
    std::vector<const WordType*> types = {};  ///< of the slices
    std::vector<NameWord> window = {};
    std::vector<Token> tokens = {};
    std::uint32_t position = 0;

    std::string_view raw(std::string_view text, std::size_t i) const {
        return text.substr(slices[i].begin, slices[i].end - slices[i].begin);
    }
    Lexicon& lexicon_of(std::string_view language);
    std::size_t chain_end(std::size_t at, std::size_t bound) const;
    std::size_t window_end(std::size_t at) const;
    bool stands_alone(std::size_t at) const;
    bool may_go_on(std::size_t at, std::size_t end) const;
    const CompoundType& compound(std::string_view text, std::size_t at, std::size_t end);
    void put_word(std::size_t at);
    void put_names(const std::vector<LexicalName>& names, std::size_t at);
    void put_compound(const CompoundType& compound, std::size_t at);
};

Lexicon& Analyzer::State::lexicon_of(std::string_view language) {
    if (language.empty() || language == "en" || config.stemmer == "none") return english;
    const auto known = others.find(language);
    if (known != others.end()) return known->second;
    if (!Stemmer::knows(language)) return english;
    const std::string name(language);
    return others.emplace(name, Lexicon(Stemmer::create(name), false)).first->second;
}

/// The slices from `at` on that ties hold together, looked for up to `bound`.
std::size_t Analyzer::State::chain_end(std::size_t at, std::size_t bound) const {
    std::size_t end = at + 1;
    while (end < bound && is_tie(slices[end].gap)) ++end;
    return end;
}

/// Whether the gap before slice `end` is one that a name from `at` on may bridge: a space, or what
/// closes the parentheses in which its letters stand, `(CVW) 5`.
bool Analyzer::State::may_go_on(std::size_t at, std::size_t end) const {
    const Gap gap = slices[end].gap;
    if (gap == Gap::Closed) return end == at + 1 && slices[at].gap == Gap::Opened;
    return gap == Gap::Space || gap == Gap::Stop;
}

/// How far a name that begins at slice `at` might go: its chain, and chains after single spaces
/// where the words on both sides allow it; no further than a name may go, for a chain may be as
/// long as the text.
std::size_t Analyzer::State::window_end(std::size_t at) const {
    const std::size_t bound = std::min(slices.size(), at + kMaxNameWords);
    std::size_t end = chain_end(at, bound);
    while (end < bound) {
        if (!may_go_on(at, end)) break;
        unsigned begins = types[end - 1]->joints.begins;
        if (end - at > 1) begins |= NameJoints::kSuffixed;
        if ((begins & types[end]->joints.follows) == 0) break;
        end = chain_end(end, bound);
    }
    return end;
}

/// Most words: nothing ties them to the next, and no name goes on after them.
bool Analyzer::State::stands_alone(std::size_t at) const {
    if (slices[at].gap == Gap::Currency) return false;
    if (at + 1 == slices.size()) return true;
    const Gap gap = slices[at + 1].gap;
    if (gap == Gap::Currency) return true;
    if (is_tie(gap)) return false;
    return !may_go_on(at, at + 1) ||
           (types[at]->joints.begins & types[at + 1]->joints.follows) == 0;
}

const CompoundType& Analyzer::State::compound(std::string_view text, std::size_t at,
                                              std::size_t end) {
    window.clear();
    for (std::size_t i = at; i < end; ++i) {
        window.push_back({types[i]->raw, types[i]->term, slices[i].gap});
    }
    std::size_t begin = slices[at].begin;
    // What ties the first word to what stands before it is part of what is asked.
    const Gap gap = slices[at].gap;
    if (begin > 0 && (gap == Gap::Currency || gap == Gap::Opened || is_tie(gap)))
        begin = utf8::floor_boundary(text, begin - 1);
    return lexicon->compound(text.substr(begin, slices[end - 1].end - begin), window);
}

void Analyzer::State::put_word(std::size_t at) {
    const WordType& type = *types[at];
    tokens.push_back({type.term, type.stem, slices[at].begin, slices[at].end, position, 1,
                      type.kind, TokenRole::Word});
}

/// Names of words that begin at slice `at`, the first of them at the position at hand.
void Analyzer::State::put_names(const std::vector<LexicalName>& names, std::size_t at) {
    for (const LexicalName& name : names) {
        const std::size_t first = at + name.first;
        tokens.push_back({name.term, name.stem, slices[first].begin,
                          slices[first + name.words - 1].end, position + name.first, name.words,
                          name.kind, name.role});
    }
}

/// Its words, then its names.
void Analyzer::State::put_compound(const CompoundType& compound, std::size_t at) {
    const std::uint32_t start = position;
    for (std::size_t i = at; i < at + compound.words; ++i, ++position) {
        put_word(i);
        if (is_family(compound, i - at, types[i]->term)) tokens.back().kind = TokenKind::Word;
        // Its names as a designator or a measure are among the compound's.
        const std::vector<LexicalName>& names = types[i]->names;
        const bool by_itself = !names.empty() && names.front().kind != TokenKind::Designator &&
                               names.front().kind != TokenKind::Measure;
        if (by_itself) put_names(names, i);
    }
    position = start;
    put_names(compound.names, at);
    position = start + static_cast<std::uint32_t>(compound.words);
}

Result<Analyzer> Analyzer::create(const AnalyzerConfig& config) {
    if (config.version != AnalyzerConfig::kVersion) {
        return Error{ErrorCode::Database,
                     "the database was built with version " + std::to_string(config.version) +
                         " of the analyzer; this is version " +
                         std::to_string(AnalyzerConfig::kVersion),
                     "build it again with sitrep-index"};
    }
    std::unique_ptr<Stemmer> stemmer = Stemmer::create(config.stemmer);
    if (!stemmer)
        return Error{ErrorCode::Database, "there is no stemmer named '" + config.stemmer + "'"};
    return Analyzer(std::make_unique<State>(State{config, Lexicon(std::move(stemmer), true)}));
}

Analyzer::Analyzer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

const AnalyzerConfig& Analyzer::config() const { return state_->config; }

std::string Analyzer::stem(std::string_view term, std::string_view language) {
    return state_->lexicon_of(language).stem(term);
}

const std::vector<Token>& Analyzer::analyze(std::string_view text, std::string_view language) {
    State& s = *state_;
    s.lexicon = &s.lexicon_of(language);
    s.lexicon->trim();
    s.tokens.clear();
    s.types.clear();
    s.position = 0;
    s.tokenizer.split(text, s.slices);
    std::size_t words = 0;
    for (std::size_t i = 0; i < s.slices.size(); ++i) {
        const WordType& type = s.lexicon->word(s.raw(text, i));
        if (type.term.empty()) continue;
        s.slices[words++] = s.slices[i];
        s.types.push_back(&type);
    }
    s.slices.resize(words);
    s.tokens.reserve(words);
    for (std::size_t i = 0; i < words;) {
        if (s.stands_alone(i)) {
            s.put_word(i);
            if (!s.types[i]->names.empty()) s.put_names(s.types[i]->names, i);
            ++s.position;
            ++i;
        } else {
            const CompoundType& compound = s.compound(text, i, s.window_end(i));
            s.put_compound(compound, i);
            i += compound.words;
        }
    }
    return s.tokens;
}

}  // namespace sitrep
