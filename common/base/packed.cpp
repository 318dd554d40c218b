#include "base/packed.hpp"

namespace sitrep {

void Packer::number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7U) bytes_.push_back(static_cast<char>(value | 0x80U));
    bytes_.push_back(static_cast<char>(value));
}

void Packer::text(std::string_view value) {
    number(value.size());
    bytes_ += value;
}

void Packer::texts(const std::vector<std::string>& values) {
    number(values.size());
    for (const std::string& value : values) text(value);
}

Unpacker::Unpacker(std::string_view bytes, char version) : rest_(bytes) {
    if (rest_.empty() || rest_.front() != version) {
        fail();
    } else {
        rest_.remove_prefix(1);
    }
}

std::uint64_t Unpacker::number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
        if (byte < 0x80) return value;
    }
    fail();
    return 0;
}

std::string Unpacker::text() {
    const std::uint64_t size = number();
    if (size > rest_.size()) {
        fail();
        return {};
    }
    std::string value(rest_.substr(0, static_cast<std::size_t>(size)));
    rest_.remove_prefix(value.size());
    return value;
}

std::vector<std::string> Unpacker::texts() {
    std::vector<std::string> values;
    for (std::uint64_t n = number(); n > 0 && ok_; --n) values.push_back(text());
    return values;
}

void Unpacker::fail() {
    ok_ = false;
    rest_ = {};
}

}  // namespace sitrep
