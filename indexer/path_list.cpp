#include "indexer/path_list.hpp"

#include "base/file.hpp"
#include "base/strings.hpp"

namespace sitrep {
namespace {

constexpr std::uint64_t kMaxListBytes = std::uint64_t{1} << 30U;

}  // namespace

Result<std::vector<std::string>> path_list(const IndexOptions& options) {
    std::vector<std::string> paths = options.paths;
    if (options.files_from.empty()) return paths;
    Result<std::string> text = read_stream(options.files_from, kMaxListBytes);
    if (!text) return text.error();
    for (const std::string_view path : split(*text, options.null_separated ? '\0' : '\n')) {
        if (!path.empty()) paths.emplace_back(path);
    }
    return paths;
}

}  // namespace sitrep
