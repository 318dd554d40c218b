#include "query/render/shown_fact.hpp"

#include "base/strings.hpp"
#include "base/terminal.hpp"
#include "base/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace sitrep {

std::string shown_fact(std::string_view fact) {
    std::string out = printable(fact.substr(0, utf8::floor_boundary(fact, kLongestShown)));
    if (fact.size() > kLongestShown) out += kCut;
    return out;
}

std::string copies_line(const Hit& hit) {
    constexpr std::size_t kMostOutlets = 6;
    std::vector<std::string> outlets;
    for (const Copy& copy : hit.copies) {
        const std::string outlet = shown_fact(copy.outlet);
        if (outlet.empty() || std::find(outlets.begin(), outlets.end(), outlet) != outlets.end())
            continue;
        if (outlets.size() == kMostOutlets) {
            outlets.emplace_back("...");
            break;
        }
        outlets.push_back(outlet);
    }
    return fmt::format("+{}{}{}{}", hit.copies.size(), hit.may_have_more_copies ? " or more" : "",
                       outlets.empty() ? " with the same text" : ": ", join(outlets, ", "));
}

}  // namespace sitrep
