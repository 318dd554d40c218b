// The pieces of a designator: numbers with their variants, and numerals. Internal to common/text.
#pragma once

#include "text/name.hpp"
#include "text/word_shape.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace sitrep {

/// The length of the run at `at` that `is` likes.
template <class Is>
std::size_t run_length(std::string_view text, std::size_t at, Is is) {
    std::size_t n = 0;
    while (at + n < text.size() && is(text[at + n])) ++n;
    return n;
}

inline bool is_letters(std::string_view term, std::size_t least, std::size_t most) {
    return term.size() >= least && term.size() <= most && sitrep::is_letters(term);
}

inline bool is_digits(std::string_view term, std::size_t most) {
    return term.size() <= most && sitrep::is_digits(term);
}

/// A number and its variant: `35`, `35a`, `72b3m`.
struct DesignatorItem {
    std::string digits;
    std::string variant;
    std::size_t version = 0;  ///< where in it a `(V)1` begins
    std::string text() const { return digits + variant; }
};

/// Without the s of a plural: `35s`, `52Hs`, not `15S`.
std::string_view singular(std::string_view raw, std::string_view term);

/// Reads `35`, `35a`, `72b3`, `35s` from byte `from` of a word on.
std::optional<DesignatorItem> read_item(const NameWord& word, std::size_t from = 0);

/// What a block or a flight is counted by: `50`, `IIA`, `2a`, and the one-letter numerals.
std::optional<std::string> read_ordinal(const NameWord& word);

/// The one-letter numerals, which are numerals only behind a word that says so: `Block I`,
/// `Block IB`, `Flight V`, `Mk V`.
std::optional<std::string> single_roman(std::string_view term);

/// The number of `MkII`: of two letters and more in any case, for nothing else ends so; an `MKI` is
/// a Su-30's.
std::optional<std::string> joined_mark(std::string_view raw, std::string_view term);

/// A name that marks may follow: `Leopard`.
bool is_upgraded_word(std::string_view raw, std::string_view term);
/// A mark and its upgrade (Ausführung, alteration): `2A8`, `2A7HU`.
bool is_upgraded_mark(std::string_view term);
/// The upgrade as a word of its own: the `A8` of `Leopard 2 A8`; no `A2AD`.
bool is_upgrade(std::string_view raw, std::string_view term);

/// The number of `v3`.
std::optional<std::string> version_number(std::string_view term);

/// `2024` of `2024` and of `24`, `1999` of `99`.
std::optional<std::string> fiscal_year(std::string_view term);

inline bool is_year(const DesignatorItem& item) {
    return item.variant.empty() && is_year(item.digits);
}

}  // namespace sitrep
