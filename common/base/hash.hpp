// The one hash: XXH3. Not for secrets; for names and for "is it the same".
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace sitrep {

/// 128 bits of XXH3 over `bytes`, as 32 lower-case hexadecimal digits.
std::string hash_hex(std::string_view bytes);

/// The same of bytes that come piece by piece.
class Hasher {
  public:
    Hasher();
    Hasher(Hasher&&) noexcept;
    Hasher& operator=(Hasher&&) noexcept;
    ~Hasher();

    void add(std::string_view bytes);
    /// hash_hex() of all that was added so far.
    std::string hex() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// 64 bits of XXH3 over `bytes`; another function for each `seed`.
std::uint64_t hash_64(std::string_view bytes, std::uint64_t seed = 0);

}  // namespace sitrep
