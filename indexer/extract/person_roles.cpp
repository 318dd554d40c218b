#include "indexer/extract/person_roles.hpp"

#include "base/strings.hpp"
#include "indexer/extract/name_line.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace sitrep {
namespace {

constexpr auto kRoles = std::to_array<std::string_view>(
    {"editor",     "editors",     "reporter",     "writer",         "correspondent",
     "columnist",  "contributor", "founder",      "co-founder",     "cofounder",
     "reviewer",   "expert",      "analyst",      "director",       "manager",
     "officer",    "president",   "author",       "specialist",     "strategist",
     "journalist", "producer",    "photographer", "blogger",        "consultant",
     "engineer",   "professor",   "lecturer",     "fellow",         "researcher",
     "ceo",        "cto",         "intern",       "copywriter",     "coach",
     "attorney",   "dietitian",   "chief",        "educator",       "educators",
     "writers",    "reporters",   "contributors", "editor-in-chief"});

}  // namespace

std::string bare_word(std::string_view word) {
    while (!word.empty() && !is_ascii_alpha(word.back()) &&
           static_cast<unsigned char>(word.back()) < 0x80)
        word.remove_suffix(1);
    while (!word.empty() && !is_ascii_alpha(word.front()) &&
           static_cast<unsigned char>(word.front()) < 0x80)
        word.remove_prefix(1);
    return ascii_lower(word);
}

bool is_role(std::string_view text) {
    constexpr std::size_t kMaxWords = 8;
    const std::vector<std::string_view> words = split(text, ' ');
    if (words.empty() || words.size() > kMaxWords) return false;
    return std::any_of(words.begin(), words.end(),
                       [](std::string_view word) { return is_one_of(bare_word(word), kRoles); });
}

std::string_view without_role(std::string_view part) {
    static constexpr auto kRanks = std::to_array<std::string_view>(
        {"staff", "senior", "executive", "managing", "contributing", "associate", "assistant",
         "deputy", "chief", "special", "freelance", "lead", "national"});
    if (!is_role(part)) return part;
    const std::vector<std::string_view> words = split(part, ' ');
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string word = bare_word(words[i]);
        if (!is_one_of(word, kRanks) && !is_one_of(word, kRoles)) continue;
        part = trimmed(part.substr(0, static_cast<std::size_t>(words[i].data() - part.data())));
        return read_name_line(part) ? part : std::string_view();
    }
    return {};
}

bool is_desk(std::string_view name) {
    static constexpr auto kLast = std::to_array<std::string_view>(
        {"staff", "team", "desk", "newsroom", "admin", "reports", "webmaster"});
    const std::size_t space = name.rfind(' ');
    if (space != std::string_view::npos)
        return is_one_of(ascii_lower(name.substr(space + 1)), kLast);
    const bool user = std::all_of(name.begin(), name.end(), [](char c) {
        return is_ascii_lower(c) || is_ascii_digit(c) || c == '_' || c == '.' || c == '-';
    });
    return user && std::any_of(name.begin(), name.end(), is_ascii_digit);
}

}  // namespace sitrep
