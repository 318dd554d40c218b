// Whatever is read as a day is one, and reads the same in its ISO form.
#include "text/day_range.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto check = [](const std::optional<sitrep::Day>& day) {
        if (!day) return;
        if (!sitrep::is_valid_day(*day) || sitrep::parse_day(sitrep::iso_day(*day)) != day)
            std::abort();
    };
    check(sitrep::parse_day(text));
    check(sitrep::find_day(text));
    if (const auto range = sitrep::parse_day_range(text, {2015, 5, 29})) {
        check(range->first);
        check(range->last);
    }
    return 0;
}
