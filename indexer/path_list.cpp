#include "indexer/path_list.hpp"

#include "base/strings.hpp"

#include <cerrno>
#include <fstream>
#include <iostream>
#include <iterator>

namespace sitrep {
namespace {

Result<std::string> read_list(const std::string& name) {
    std::ifstream file;
    if (name != "-") {
        file.open(name, std::ios::binary);
        if (!file) return io_error("cannot read " + name, errno);
    }
    std::istream& in = name == "-" ? std::cin : file;
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (in.bad()) return io_error("cannot read " + name, errno);
    return text;
}

}  // namespace

Result<std::vector<std::string>> path_list(const IndexOptions& options) {
    std::vector<std::string> paths = options.paths;
    if (options.files_from.empty()) return paths;
    Result<std::string> text = read_list(options.files_from);
    if (!text) return text.error();
    for (const std::string_view path : split(*text, options.null_separated ? '\0' : '\n')) {
        if (!path.empty()) paths.emplace_back(path);
    }
    return paths;
}

}  // namespace sitrep
