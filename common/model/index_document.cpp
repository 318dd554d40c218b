#include "model/index_document.hpp"

#include "base/hash.hpp"
#include "base/terminal.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep {

std::string sortable_size(std::uint64_t words) {
    constexpr std::uint64_t kMost = 99'999'999;
    return fmt::format("{:08}", std::min(words, kMost));
}

std::size_t IndexDocument::bytes() const {
    std::size_t total = data.size() + terms.capacity() * sizeof(TermMap::value_type);
    for (const auto& [term, entry] : terms)
        total += term.size() + entry.positions.size() * sizeof(std::uint32_t);
    return total;
}

std::string IndexDocument::dump() const {
    std::string out;
    for (const auto& [term, entry] : terms) {
        out += fmt::format("term {} wdf={}", printable(term), entry.wdf);
        if (!entry.positions.empty()) out += fmt::format(" at={}", fmt::join(entry.positions, ","));
        out += '\n';
    }
    for (const auto& [slot, value] : values) {
        out += fmt::format("value {} {}\n", static_cast<unsigned>(slot), printable(value));
    }
    return out + fmt::format("data {} bytes\n", data.size());
}

std::string unique_term(const FileKey& file, std::string_view record_key) {
    std::string name = file.root;
    name += '\0';
    name += file.path;
    name += '\0';
    name += record_key;
    return std::string(kUniquePrefix) + hash_hex(name);
}

std::string file_term(const FileKey& file) {
    std::string name = file.root;
    name += '\0';
    name += file.path;
    return std::string(kFilePrefix) + hash_hex(name);
}

}  // namespace sitrep
