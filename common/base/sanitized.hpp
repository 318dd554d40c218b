// Whether this build is watched by a sanitizer.
#pragma once

namespace sitrep {

/// Whether this build is instrumented: sanitizers shadow all memory there could be, so that no
/// limit on it can be set, and have much to say on standard error.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif
#else
inline constexpr bool kSanitized = false;
#endif

}  // namespace sitrep
