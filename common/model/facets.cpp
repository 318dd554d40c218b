#include "model/facets.hpp"

#include "base/packed.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"

#include <algorithm>

namespace sitrep {
namespace {

constexpr char kVersion = 1;

}  // namespace

std::string facet_name(std::string_view name) {
    std::string out = collapsed_space(name);
    if (out.size() > kLongestNameBytes) out.resize(utf8::floor_boundary(out, kLongestNameBytes));
    return out;
}

std::string pack_names(std::vector<std::string> names) {
    if (names.size() > kMostNames) names.resize(kMostNames);
    std::sort(names.begin(), names.end());  // the same names are the same value, and counted as one
    names.erase(std::unique(names.begin(), names.end()), names.end());
    std::erase(names, "");
    if (names.empty()) return {};
    Packer packer(kVersion);
    packer.texts(names);
    return std::move(packer).take();
}

std::vector<std::string> unpack_names(std::string_view value) {
    Unpacker unpacker(value, kVersion);
    std::vector<std::string> names = unpacker.texts();
    if (!unpacker.complete()) names.clear();
    return names;
}

}  // namespace sitrep
