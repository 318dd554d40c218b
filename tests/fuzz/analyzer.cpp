// Tokens of any text are in order, slice it on code points, and hold what the index can store. The
// analyzer lives on between inputs, as it does between articles; a new one must say the same.
#include "text/analyzer.hpp"

#include "base/utf8.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

sitrep::Analyzer make() { return *sitrep::Analyzer::create(sitrep::AnalyzerConfig::current()); }

bool is_tidy(std::string_view term) {
    for (const char c : term) {
        if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7F) return false;
    }
    return !term.empty() && term.size() <= 64 && sitrep::utf8::is_valid(term);
}

/// Every word has its position; a name begins with its first word and ends with its last.
void check(std::string_view text, const std::vector<sitrep::Token>& tokens) {
    std::vector<const sitrep::Token*> words;
    for (const sitrep::Token& token : tokens) {
        require(is_tidy(token.term) && is_tidy(token.stem));
        require(token.begin < token.end && token.end <= text.size());
        require(sitrep::utf8::is_valid(text.substr(token.begin, token.end - token.begin)));
        if (token.role != sitrep::TokenRole::Word) continue;
        require(token.position == words.size() && token.width == 1);
        words.push_back(&token);
    }
    for (const sitrep::Token& token : tokens) {
        require(token.width > 0 && token.position + token.width <= words.size());
        require(token.begin == words[token.position]->begin);
        require(token.end == words[token.position + token.width - 1]->end);
    }
    constexpr std::size_t kMostNamesAWord = 128;
    require(tokens.size() <= words.size() * kMostNamesAWord);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static sitrep::Analyzer old = make();
    const std::string text =
        sitrep::utf8::repaired(std::string_view(reinterpret_cast<const char*>(data), size));
    const std::vector<sitrep::Token>& tokens = old.analyze(text);
    check(text, tokens);
    // Making an analyzer costs more than all the rest.
    if (size % 16 != 0) return 0;
    sitrep::Analyzer fresh = make();
    const std::vector<sitrep::Token>& again = fresh.analyze(text);
    require(tokens.size() == again.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        require(tokens[i].term == again[i].term && tokens[i].stem == again[i].stem);
    }
    return 0;
}
