// Words of scripts that write none apart (Chinese, Japanese, Thai, ...): ICU's dictionaries.
// Internal to common/text.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace sitrep {

class DictionaryBreaker {
  public:
    DictionaryBreaker();
    DictionaryBreaker(DictionaryBreaker&&) noexcept;
    DictionaryBreaker& operator=(DictionaryBreaker&&) noexcept;
    ~DictionaryBreaker();

    /// The byte offsets after each word of `run`, ascending, the last of them run.size(). Without
    /// ICU's data the run is one word.
    const std::vector<std::size_t>& ends(std::string_view run);

  private:
    struct State;
    std::unique_ptr<State> state_;  ///< made at the first use: dictionaries take time to load
    std::vector<std::size_t> ends_;
};

}  // namespace sitrep
