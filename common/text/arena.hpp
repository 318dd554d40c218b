// Strings that live together and die together. Internal to common/text.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace sitrep {

class Arena {
  public:
    /// A copy of `text`, valid until clear().
    std::string_view store(std::string_view text) {
        if (text.empty()) return {};
        if (text.size() > left_) take_block(text.size());
        char* const copy = next_;
        std::memcpy(copy, text.data(), text.size());
        next_ += text.size();
        left_ -= text.size();
        return {copy, text.size()};
    }

    void clear() {
        blocks_.clear();
        next_ = nullptr;
        left_ = 0;
    }

  private:
    void take_block(std::size_t at_least) {
        constexpr std::size_t kSmallest = 512;
        constexpr std::size_t kLargest = 65536;
        block_bytes_ = std::clamp(block_bytes_ * 2, kSmallest, kLargest);
        left_ = std::max(at_least, block_bytes_);
        blocks_.push_back(std::make_unique_for_overwrite<char[]>(left_));
        next_ = blocks_.back().get();
    }

    std::vector<std::unique_ptr<char[]>> blocks_;
    char* next_ = nullptr;
    std::size_t left_ = 0;
    std::size_t block_bytes_ = 0;
};

}  // namespace sitrep
