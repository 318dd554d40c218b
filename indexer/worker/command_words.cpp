#include "indexer/worker/command_words.hpp"

#include "base/strings.hpp"

namespace sitrep {
namespace {

Error refused(const char* why) { return {ErrorCode::Usage, why}; }

}  // namespace

Result<std::vector<std::string>> command_words(std::string_view line) {
    std::vector<std::string> words;
    bool in_word = false;
    char quote = '\0';
    for (std::size_t at = 0; at < line.size(); ++at) {
        char c = line[at];
        if (quote == '\0' && is_ascii_space(c)) {
            in_word = false;
            continue;
        }
        if (!in_word) words.emplace_back();
        in_word = true;
        if (c == quote) {
            quote = '\0';
            continue;
        }
        if (quote == '\0' && (c == '\'' || c == '"')) {
            quote = c;
            continue;
        }
        if (c == '\\' && quote != '\'') {
            const bool last = at + 1 == line.size();
            if (last && quote == '\0') return refused("nothing stands behind the last backslash");
            const char next = last ? '\0' : line[at + 1];
            if (quote == '\0' || next == '"' || next == '\\') {
                c = next;
                ++at;
            }
        }
        words.back() += c;
    }
    if (quote != '\0') return refused("a quote does not end");
    if (words.empty() || words.front().empty()) return refused("no command");
    return words;
}

}  // namespace sitrep
