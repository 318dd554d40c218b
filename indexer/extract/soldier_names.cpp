#include "indexer/extract/soldier_names.hpp"

#include "base/strings.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace sitrep {
namespace {

constexpr auto kServices =
    std::to_array<std::string_view>({"u.s", "us", "army", "navy", "air", "force", "marine", "corps",
                                     "coast", "guard", "national", "space", "reserve", "hospital"});

}  // namespace

bool is_service(std::string_view part) {
    static constexpr auto kShort = std::to_array<std::string_view>(
        {"usa", "usn", "usaf", "usmc", "uscg", "ussf", "ret", "retired", "royal", "rn", "raf"});
    const std::vector<std::string_view> words = split(part, ' ');
    return std::all_of(words.begin(), words.end(), [](std::string_view word) {
        std::string bare = ascii_lower(word);
        while (!bare.empty() && !is_ascii_alpha(bare.back())) bare.pop_back();
        bare.erase(0, std::min(bare.find_first_not_of('('), bare.size()));
        return is_one_of(bare, kServices) || is_one_of(bare, kShort);
    });
}

bool is_base(std::string_view part) {
    static constexpr auto kFirst =
        std::to_array<std::string_view>({"fort", "camp", "naval", "joint", "uss"});
    return is_one_of(ascii_lower(part.substr(0, part.find(' '))), kFirst);
}

std::string_view without_rank(std::string_view name) {
    static constexpr auto kRanks = std::to_array<std::string_view>(
        {"pvt",           "pfc",      "spc",     "cpl",       "lcpl",       "sgt",
         "ssgt",          "tsgt",     "msgt",    "smsgt",     "cmsgt",      "gysgt",
         "sfc",           "sra",      "amn",     "a1c",       "lt",         "ltjg",
         "ens",           "capt",     "maj",     "col",       "gen",        "brig",
         "adm",           "cmdr",     "lcdr",    "cdr",       "cwo",        "csm",
         "rear",          "vice",     "staff",   "master",    "tech",       "senior",
         "chief",         "lance",    "gunnery", "first",     "petty",      "officer",
         "class",         "1st",      "2nd",     "3rd",       "airman",     "seaman",
         "specialist",    "sergeant", "private", "corporal",  "lieutenant", "captain",
         "major",         "colonel",  "general", "commander", "admiral",    "mass",
         "communication", "mc1",      "mc2",     "mc3",       "mcc",        "mcsn",
         "warrant",       "ensign",   "j.g",     "jg",        "apprentice", "recruit",
         "corpsman"});
    std::string_view rest = name;
    bool ranked = false;
    bool graded = false;  // behind "officer": Chief Warrant Officer 2
    for (int words = 0; words < 8; ++words) {
        const std::size_t space = rest.find(' ');
        if (space == std::string_view::npos) return name;
        std::string word = ascii_lower(rest.substr(0, space));
        while (word.ends_with('.')) word.pop_back();
        const bool grade = graded && word.size() == 1 && is_ascii_digit(word[0]);
        const bool rank = grade || is_one_of(word, kRanks);
        if (!rank && !is_one_of(word, kServices)) break;
        ranked = ranked || rank;
        graded = word == "officer";
        rest = trimmed(rest.substr(space));
    }
    return ranked && count_words(rest) >= 2 ? rest : name;
}

bool has_rank(std::string_view name) { return without_rank(name) != name; }

}  // namespace sitrep
