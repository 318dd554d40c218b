// Looks for tags with more attributes than any feed has, before libxml2 compares each of them with
// all others.
#pragma once

#include <cstddef>
#include <string_view>

namespace sitrep {

class TagGuard {
  public:
    /// Takes the next piece of an XML text. False from where a tag has too many attributes.
    bool passes(std::string_view piece) {
        for (std::size_t at = 0; at < piece.size() && values_ <= kMaxValues; ++at) {
            const char c = piece[at];
            if (c == '<') {  // which stands in no value, so that a tag always begins here
                state_ = State::Opened;
                quote_ = 0;
                values_ = 0;
            } else if (state_ == State::Opened) {
                state_ = kNoName.find(c) == std::string_view::npos ? State::Tag : State::Text;
            } else if (state_ == State::Tag) {
                take_in_tag(c);
            }
        }
        return values_ <= kMaxValues;
    }

  private:
    static constexpr std::size_t kMaxValues = 2000;
    static constexpr std::string_view kNoName = "!?/>=\"' \t\r\n";  ///< begin no tag with values
    enum class State { Text, Opened, Tag };

    void take_in_tag(char c) {
        if (quote_ != 0) {
            if (c == quote_) quote_ = 0;
        } else if (c == '"' || c == '\'') {
            quote_ = c;
        } else if (c == '>') {
            state_ = State::Text;
            values_ = 0;
        } else if (c == '=') {
            ++values_;
        }
    }

    State state_ = State::Text;
    char quote_ = 0;          ///< of the value we are in
    std::size_t values_ = 0;  ///< `=` signs: in text that looks like a tag there are few
};

}  // namespace sitrep
