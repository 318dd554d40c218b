// What people are called beside their names: what they do, and the desks that sign for them.
#pragma once

#include <string>
#include <string_view>

namespace sitrep {

/// `word` in small letters, without the marks around it.
std::string bare_word(std::string_view word);

/// Whether `text` is what an author does ("Senior Tech Reporter", "Founder").
bool is_role(std::string_view text);

/// "Ada Long" of "Ada Long Staff Writer"; the whole without a role, empty where it is no more.
std::string_view without_role(std::string_view part);

/// Whether `name` is no person but an outlet's people or a user's account: "Harbor Wire Staff",
/// "Web Team", "hwadmin2".
bool is_desk(std::string_view name);

}  // namespace sitrep
