#include "query/option_reader.hpp"

#include <charconv>

namespace sitrep {

void OptionReader::number(const char* name, std::uint64_t& value, std::uint64_t most,
                          std::uint64_t least) {
    if (!has(name)) return;
    const std::string given = text(name);
    const auto [end, failure] = std::from_chars(given.data(), given.data() + given.size(), value);
    if (failure == std::errc() && end == given.data() + given.size() && value >= least &&
        value <= most)
        return;
    complain(name,
             "not a whole number from " + std::to_string(least) + " to " + std::to_string(most));
}

void OptionReader::complain(const char* name, const std::string& what) {
    if (trouble_.empty()) trouble_ = "--" + std::string(name) + "=" + text(name) + " is " + what;
}

}  // namespace sitrep
