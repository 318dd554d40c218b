#include "text/stemmer.hpp"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <utility>

namespace sitrep {
namespace {

constexpr std::size_t kShortestStem = 3;

/// Words, and their plurals, that readers of defense news tell from others of the same stem: with
/// Snowball's an officer is an office, a destroyer is destroyed, an authority is an author, a
/// corpse is of the Marine Corps, and several are severe. Found by reading the stems of which two
/// forms are frequent in the news we have. None is Snowball's stem of a word that means something
/// else.
constexpr auto kOwnWords = std::to_array<std::string_view>(
    {"activity",    "admiral",    "arms",          "authority",   "authorize",  "commandant",
     "commander",   "container",  "conventional",  "conversion",  "corporal",   "corps",
     "corpse",      "customs",    "department",    "designate",   "destroyer",  "directive",
     "emergency",   "emirate",    "engineer",      "executive",   "experiment", "generalize",
     "generally",   "hamas",      "harris",        "hospitality", "important",  "initiative",
     "integrity",   "internal",   "international", "isis",        "majority",   "marine",
     "mineral",     "mobilize",   "morale",        "objective",   "officer",    "oliver",
     "operative",   "operator",   "organic",       "patriotic",   "position",   "predator",
     "publication", "securities", "several",       "succession",  "united",     "university"});

/// Their other forms; and the DOE is none of what does.
constexpr auto kOwnForms = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"activities", "activity"},         {"authorities", "authority"},
     {"authorization", "authorize"},     {"authorizations", "authorize"},
     {"authorized", "authorize"},        {"authorizing", "authorize"},
     {"conventionally", "conventional"}, {"designated", "designate"},
     {"designating", "designate"},       {"designation", "designate"},
     {"designations", "designate"},      {"does", "do"},
     {"emergencies", "emergency"},       {"engineered", "engineer"},
     {"engineering", "engineer"},        {"experimented", "experiment"},
     {"experimenting", "experiment"},    {"generalization", "generalize"},
     {"generalizations", "generalize"},  {"generalized", "generalize"},
     {"importance", "important"},        {"importantly", "important"},
     {"internally", "internal"},         {"internationally", "international"},
     {"majorities", "majority"},         {"mobilization", "mobilize"},
     {"mobilized", "mobilize"},          {"mobilizing", "mobilize"},
     {"patriotism", "patriotic"},        {"positioned", "position"},
     {"positioning", "position"},        {"universities", "university"}});
static_assert(std::is_sorted(kOwnWords.begin(), kOwnWords.end()));
static_assert(std::is_sorted(kOwnForms.begin(), kOwnForms.end()));

std::string_view own_word(std::string_view word) {
    const auto* found = std::lower_bound(kOwnWords.begin(), kOwnWords.end(), word);
    return found != kOwnWords.end() && *found == word ? *found : std::string_view();
}

/// Empty for a word that has Snowball's.
std::string_view own_stem(std::string_view word) {
    if (const std::string_view found = own_word(word); !found.empty()) return found;
    if (word.ends_with('s')) {
        const std::string_view found = own_word(word.substr(0, word.size() - 1));
        if (!found.empty()) return found;
    }
    const auto* form =
        std::lower_bound(kOwnForms.begin(), kOwnForms.end(), std::pair(word, std::string_view()));
    return form != kOwnForms.end() && form->first == word ? form->second : std::string_view();
}

}  // namespace

void Stemmer::Deleter::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

std::unique_ptr<Stemmer> Stemmer::create(const std::string& name) {
    auto stemmer = std::make_unique<Stemmer>();
    if (name == "none") return stemmer;
    stemmer->stemmer_.reset(sb_stemmer_new(name.c_str(), "UTF_8"));
    if (!stemmer->stemmer_) return nullptr;
    return stemmer;
}

bool Stemmer::knows(std::string_view name) {
    struct Named {
        std::string name;
        bool known;
    };
    thread_local Named last{"", false};  // articles of one language come in rows
    if (last.name != name) {
        const std::string text(name);
        const bool known = !text.empty() && text != "none" && create(text) != nullptr;
        last = {text, known};
    }
    return last.known;
}

std::string_view Stemmer::stem(std::string_view word) {
    if (!stemmer_) return word;
    // sb_symbol is unsigned char; both may alias char.
    const auto* symbols = reinterpret_cast<const sb_symbol*>(word.data());
    const sb_symbol* stem = sb_stemmer_stem(stemmer_.get(), symbols, static_cast<int>(word.size()));
    if (stem == nullptr) return word;
    const int length = sb_stemmer_length(stemmer_.get());
    if (length <= 0) return word;
    return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(length)};
}

std::string_view Stemmer::stem_english(std::string_view word) {
    if (const std::string_view own = own_stem(word); !own.empty() && stemmer_) return own;
    const std::string_view found = stem(word);
    return found.size() < kShortestStem ? word : found;
}

}  // namespace sitrep
