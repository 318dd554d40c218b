// Options whose value is one of a few words: what may be said, and what it means.
#pragma once

#include "base/strings.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sitrep {

/// The words, and what each means.
template <class Value>
using Choices = std::vector<std::pair<std::string_view, Value>>;

/// In capitals or not; nothing where it is none of the words.
template <class Value>
const Value* meaning_of(std::string_view given, const Choices<Value>& choices) {
    for (const auto& [word, meaning] : choices) {
        if (equals_ignoring_case(given, word)) return &meaning;
    }
    return nullptr;
}

template <class Value>
std::vector<std::string> words_of(const Choices<Value>& choices) {
    std::vector<std::string> words;
    words.reserve(choices.size());
    for (const auto& [word, meaning] : choices) words.emplace_back(word);
    return words;
}

}  // namespace sitrep
