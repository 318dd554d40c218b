// Words cut at the end of a line, made whole.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace sitrep {

/// What a document says elsewhere of the words it cuts.
class PdfHyphens {
  public:
    /// To be told of every line before join() is asked.
    void note(std::string_view line);

    /// Puts `line` behind `text`, which it goes on from. A hyphen between them is the printer's and
    /// goes, unless it is the writer's: where a capital, a figure or another hyphen stands beside
    /// it, where the document has the word with a hyphen elsewhere (more often than without), or,
    /// where it has neither, both halves as words of their own.
    void join(std::string& text, std::string_view line) const;

  private:
    bool keeps_hyphen(std::string_view before, std::string_view after) const;
    std::size_t count(const std::string& word) const;
    std::unordered_map<std::string, std::size_t> words_;
};

}  // namespace sitrep
