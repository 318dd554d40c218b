// A configuration file's lines: `name = value`, under `[index]`, `[query]` or, for both tools,
// before any section. What the names mean is not asked here.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

struct ConfigSetting {
    std::string section;  ///< `index`, `query`, or empty: for both
    std::string name;     ///< of a long option, without its dashes
    std::string value;    ///< without blanks at its ends, never empty
    std::size_t line = 0;
};

struct ConfigFile {
    std::string path;  ///< as named; empty: there is no file
    std::vector<ConfigSetting> settings;
    std::string warning = {};  ///< why the file of the default place is left out; empty: it is not
};

inline constexpr std::size_t kMaxConfigBytes = std::size_t{1} << 20U;

/// Lines that begin with `#` or `;` are comments, and a value goes to the end of its line: it may
/// hold `=`, `#` and quotes, which mean nothing here. Fails with Usage, naming file and line: no
/// `=`, a name or value missing, a section that is none, a NUL byte.
Result<ConfigFile> parse_config(const std::string& path, std::string_view bytes);

/// "FILE:LINE: WHAT", as Usage.
Error config_error(const std::string& path, std::size_t line, const std::string& what);

}  // namespace sitrep
