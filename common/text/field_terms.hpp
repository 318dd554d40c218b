// The terms of one article as they are gathered: a bag for each prefix, in the order of the text.
#pragma once

#include "model/index_document.hpp"
#include "text/string_table.hpp"
#include "text/token.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sitrep {

/// Positions between two texts of a field.
inline constexpr std::uint32_t kFieldGap = 100;

/// In any order; a term may be there twice.
using Terms = std::vector<std::pair<std::string, TermEntry>>;

/// The terms under one prefix.
class TermBag {
  public:
    explicit TermBag(std::string prefix) : prefix_(std::move(prefix)) {}

    void add(std::string_view term) { ++entry(term).wdf; }
    void add(std::string_view term, std::uint32_t position);

    /// Without weight: to be asked for, not to count.
    void mark(std::string_view term) { entry(term); }
    void mark(std::string_view term, std::uint32_t position) { place(entry(term), position); }

    /// Empties the bag into `out`; what is above kMaxDocumentTerms is left out.
    void move_to(Terms& out);

  private:
    struct Entry {
        std::uint32_t number = 0;
        std::uint32_t wdf = 0;
        std::uint32_t positions = 0;
    };
    struct Place {
        std::uint32_t number;
        std::uint32_t position;
    };

    Entry& entry(std::string_view term);
    void place(Entry& found, std::uint32_t position);

    std::string prefix_;
    StringTable terms_;
    std::vector<Entry> entries_;
    std::vector<Place> places_;
};

/// The words of one field, exact and stemmed, and where its next text begins.
class FieldTerms {
  public:
    explicit FieldTerms(const std::string& prefix);

    void add(const std::vector<Token>& tokens);
    void leave_gap() { next_ += kFieldGap; }

    void move_to(Terms& out);

  private:
    void add_exact(const Token& token, std::uint32_t position);

    TermBag exact_;
    TermBag stems_;
    TermBag starts_;  ///< of what stands on several words; see kSpanStartPrefix
    TermBag insides_;
    std::vector<TermBag> ends_;  ///< by their width, from two
    std::uint32_t next_ = 1;
};

}  // namespace sitrep
