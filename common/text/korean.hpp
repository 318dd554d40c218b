// Korean words carry particles: 미국은, 미국의 and 미국에서 are all about 미국. Internal to
// common/text.
#pragma once

#include <string_view>

namespace sitrep {

/// Whether `word` is written in Hangul syllables alone.
bool is_hangul(std::string_view word);

/// `word`, in Hangul, without the longest of the common particles (josa) at its end; at least two
/// syllables stay.
std::string_view korean_stem(std::string_view word);

}  // namespace sitrep
