// The designators that an article gives itself, as it writes them: what answers are counted by.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

class DesignatorList {
  public:
    /// `term` stands in the text as `spelling`; its first spelling is kept. Of very many different
    /// ones the first thousand are.
    void add(std::string_view term, std::string_view spelling);

    /// The spellings, dashes and blanks made plain ones and plurals one, the most often given
    /// first: at most kMostNames.
    std::vector<std::string> names() const;

  private:
    struct Entry {
        std::string spelling;
        std::uint32_t times = 0;
    };
    std::map<std::string, Entry, std::less<>> entries_;
};

}  // namespace sitrep
