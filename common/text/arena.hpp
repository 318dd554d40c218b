// Strings that live together and die together. Internal to common/text.
#pragma once

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
        constexpr std::size_t kBlockBytes = 16384;
        left_ = at_least > kBlockBytes ? at_least : kBlockBytes;
        blocks_.push_back(std::make_unique<char[]>(left_));
        next_ = blocks_.back().get();
    }

    std::vector<std::unique_ptr<char[]>> blocks_;
    char* next_ = nullptr;
    std::size_t left_ = 0;
};

}  // namespace sitrep
