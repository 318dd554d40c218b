// What mail programs put before the subject of what they answer or forward.
#pragma once

#include <string_view>

namespace sitrep {

/// `subject` without the marks at its front (`Re:`, `AW:`, `Fwd :`), in the languages of our mail,
/// and without white space around.
std::string_view without_reply_marks(std::string_view subject);

}  // namespace sitrep
