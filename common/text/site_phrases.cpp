#include "text/site_phrases.hpp"

#include <array>

namespace sitrep {
namespace {

constexpr auto kPhrases = std::to_array<SitePhrases>({
#include "text/site_phrases.inc"
});

}  // namespace

std::span<const SitePhrases> site_phrases() { return kPhrases; }

}  // namespace sitrep
