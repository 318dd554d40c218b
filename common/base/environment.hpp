// What the user's environment says of folders.
#pragma once

#include <string>
#include <string_view>

namespace sitrep {

/// The variable's value; empty when it is not set.
std::string environment(const char* name);

/// $HOME, or what the system has for this user; empty when neither says.
std::string home_folder();

/// `path` with a leading `~` or `~/` made the home folder, as a shell makes it.
std::string from_home(std::string_view path);

/// The user's folder for files of one kind: what the variable names, else `below_home` in the home
/// folder (XDG Base Directory Specification).
std::string user_folder(const char* variable, const char* below_home);

}  // namespace sitrep
