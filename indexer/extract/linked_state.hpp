// State that frameworks write as a table of values which refer to one another: Nuxt (one flat list,
// its members numbers of others), Apollo (a cache of objects by name), React's server components
// (rows by number).
#pragma once

#include <nlohmann/json.hpp>

#include <string_view>

namespace sitrep {

/// Puts what is referred to where it is referred to, in state of Nuxt and of Apollo; other values
/// stay as they are. A value goes to the first that names it, so that the whole does not grow.
void follow_references(nlohmann::json& state);

/// The rows of React's server components as a list of values, long texts put where they are named.
nlohmann::json flight_state(std::string_view rows);

}  // namespace sitrep
