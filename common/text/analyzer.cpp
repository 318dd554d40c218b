#include "text/analyzer.hpp"

#include "base/strings.hpp"
#include "text/lexicon.hpp"
#include "text/tokenizer.hpp"

#include <unicode/uchar.h>

#include <charconv>

namespace sitrep {

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
            const auto read =
                std::from_chars(value.data(), value.data() + value.size(), config.version);
            has_version = read.ec == std::errc() && read.ptr == value.data() + value.size();
        }
    }
    if (has_version) return config;
    return Error{ErrorCode::Database, "the database's analyzer settings cannot be read",
                 "build it again with sitrep-index"};
}

struct Analyzer::State {
    AnalyzerConfig config;
    Lexicon lexicon;
    Tokenizer tokenizer = {};
    std::vector<WordSlice> slices = {};
    std::vector<Token> tokens = {};

    std::string_view raw(std::string_view text, std::size_t i) const {
        return text.substr(slices[i].begin, slices[i].end - slices[i].begin);
    }
    const WordType* name_at(std::string_view text, std::size_t at, const WordType& first);
    void put(const WordType& type, std::uint32_t begin, std::uint32_t end, std::uint32_t position,
             bool alternate);
    void put_family(const WordType& type, std::uint32_t begin, std::uint32_t end,
                    std::uint32_t position);
};

/// The designator of several words that begins at slice `at`, or null.
const WordType* Analyzer::State::name_at(std::string_view text, std::size_t at,
                                         const WordType& first) {
    static_assert(kMaxDesignatorWords == 2);
    if (at + 1 >= slices.size()) return nullptr;
    const Gap gap = slices[at + 1].gap;
    if (gap != Gap::Space && gap != Gap::Dash) return nullptr;
    const WordType& second = lexicon.word(raw(text, at + 1));
    if (!second.role.continues) return nullptr;
    const DesignatorWord words[] = {{first.raw, first.term, slices[at].gap},
                                    {second.raw, second.term, gap}};
    const std::uint32_t begin = slices[at].begin;
    return lexicon.name(text.substr(begin, slices[at + 1].end - begin), words);
}

void Analyzer::State::put(const WordType& type, std::uint32_t begin, std::uint32_t end,
                          std::uint32_t position, bool alternate) {
    if (type.term.empty()) return;
    tokens.push_back({type.term, type.stem, begin, end, position, type.kind, alternate});
}

/// The name without its variant: `f35` finds an F-35A.
void Analyzer::State::put_family(const WordType& type, std::uint32_t begin, std::uint32_t end,
                                 std::uint32_t position) {
    if (type.family.empty()) return;
    tokens.push_back({type.family, type.family, begin, end, position, TokenKind::Designator, true});
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
    return Analyzer(std::make_unique<State>(State{config, Lexicon(std::move(stemmer))}));
}

Analyzer::Analyzer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

const AnalyzerConfig& Analyzer::config() const { return state_->config; }

const std::vector<Token>& Analyzer::analyze(std::string_view text) {
    State& s = *state_;
    s.lexicon.trim();
    s.tokens.clear();
    s.tokenizer.split(text, s.slices);
    std::uint32_t position = 0;
    for (std::size_t i = 0; i < s.slices.size(); ++i) {
        const WordSlice slice = s.slices[i];
        const WordType& type = s.lexicon.word(s.raw(text, i));
        if (type.term.empty()) continue;
        const WordType* name = type.role.begins ? s.name_at(text, i, type) : nullptr;
        if (name == nullptr) {
            s.put(type, slice.begin, slice.end, position, false);
            s.put_family(type, slice.begin, slice.end, position);
        } else {
            const WordSlice last = s.slices[i + name->words - 1];
            s.put(*name, slice.begin, last.end, position, false);
            s.put_family(*name, slice.begin, last.end, position);
            s.put(type, slice.begin, slice.end, position, true);
            s.put(s.lexicon.word(s.raw(text, ++i)), last.begin, last.end, position, true);
        }
        ++position;
    }
    return s.tokens;
}

}  // namespace sitrep
