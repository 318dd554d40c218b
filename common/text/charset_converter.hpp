// ICU's converters and its charset detector. Internal to common/text.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace sitrep {

/// One of ICU's converters, by its name; without that converter, US-ASCII.
class CharsetConverter {
  public:
    explicit CharsetConverter(std::string_view name);
    CharsetConverter(const CharsetConverter&) = delete;
    CharsetConverter& operator=(const CharsetConverter&) = delete;
    ~CharsetConverter();

    /// The next piece of a text in UTF-8; a character that two pieces part comes with the second.
    /// What cannot be read becomes U+FFFD and raises `replaced`.
    std::string next(std::string_view bytes, bool is_last, std::size_t& replaced);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace sitrep
