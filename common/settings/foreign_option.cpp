#include "settings/foreign_option.hpp"

#include "base/strings.hpp"

namespace sitrep {

std::string foreign_hint(std::string_view name, ForeignOptions table) {
    constexpr std::string_view kTyped = "{}";
    for (const ForeignOption& row : table) {
        for (const std::string_view known : split(row.names, ' ')) {
            if (known != name) continue;
            std::string hint(row.here);
            if (const std::size_t at = hint.find(kTyped); at != std::string::npos)
                hint.replace(at, kTyped.size(), name);
            return hint;
        }
    }
    return {};
}

}  // namespace sitrep
