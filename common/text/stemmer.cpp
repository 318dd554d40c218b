#include "text/stemmer.hpp"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <utility>

namespace sitrep {
namespace {

constexpr std::size_t kShortestStem = 3;

/// With Snowball's a corps is a corp., the United States are a unit, Hamas is Hama, the Emirates
/// have an emir, and ISIS is the ISI.
constexpr auto kOwnStems =
    std::to_array<std::pair<std::string_view, std::string_view>>({{"corps", "corps"},
                                                                  {"emirate", "emirate"},
                                                                  {"emirates", "emirate"},
                                                                  {"hamas", "hamas"},
                                                                  {"isis", "isis"},
                                                                  {"united", "united"}});

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
    const auto* own = std::find_if(kOwnStems.begin(), kOwnStems.end(),
                                   [word](const auto& known) { return known.first == word; });
    if (own != kOwnStems.end() && stemmer_) return own->second;
    const std::string_view found = stem(word);
    return found.size() < kShortestStem ? word : found;
}

}  // namespace sitrep
