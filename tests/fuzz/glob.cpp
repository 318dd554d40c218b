// Any line is a pattern or none, and matches any path or does not, in bounded time. The first line
// of the input is the pattern, the rest the path.
#include "indexer/source/glob.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using sitrep::Glob;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    const std::string_view path = end == std::string_view::npos ? "" : text.substr(end + 1);
    const std::optional<Glob> glob = Glob::parse(line);
    if (!glob) return 0;
    if (glob->is_negated() && !line.starts_with('!')) std::abort();
    // What names a file names a folder too.
    if (glob->matches(path, false) && !glob->matches(path, true)) std::abort();
    return 0;
}
