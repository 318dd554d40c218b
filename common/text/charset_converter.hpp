// ICU's converters and its charset detector. Internal to common/text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sitrep {

/// `bytes` in UTF-8, read by ICU's converter `name`. What it cannot read becomes U+FFFD and raises
/// `replaced`. Without that converter: as US-ASCII.
std::string to_utf8(std::string_view bytes, const std::string& name, std::size_t& replaced);

/// The charset ICU's detector names with a confidence of 50 or more, or "". Looks at the first
/// 64 KiB, leaving mark-up out.
std::string detected_charset(std::string_view bytes);

}  // namespace sitrep
