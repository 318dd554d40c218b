// The JSON that the scripts of a page carry for the program that would have shown it: as the whole
// script, assigned to a name, handed to a function, or written as a string of JavaScript.
#pragma once

#include <nlohmann/json.hpp>

#include <functional>
#include <string_view>
#include <vector>

namespace sitrep {

/// Calls `see` with each value of some size in `scripts`, one after the other, its references
/// followed (linked_state.hpp). Cost is linear; one value is held at a time.
void each_script_value(const std::vector<std::string_view>& scripts,
                       const std::function<void(const nlohmann::json&)>& see);

}  // namespace sitrep
