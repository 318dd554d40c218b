#include "query/option_reader.hpp"

#include "base/number.hpp"

namespace sitrep {

void OptionReader::number(const char* name, std::uint64_t& value, std::uint64_t most,
                          std::uint64_t least) {
    if (!has(name)) return;
    const std::string given = text(name);
    const auto number = number_in<std::uint64_t>(given);
    if (!number || *number < least || *number > most) {
        complain(name, "not a whole number from " + std::to_string(least) + " to " +
                           std::to_string(most));
        return;
    }
    value = *number;
}

void OptionReader::complain(const char* name, const std::string& what) {
    if (trouble_.empty()) trouble_ = "--" + std::string(name) + "=" + text(name) + " is " + what;
}

}  // namespace sitrep
