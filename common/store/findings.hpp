// What a check of a database found wrong, a line each. Included by this folder only.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace sitrep {

/// Of each kind the first few are named, the others counted: a lost table is one complaint, not one
/// for each article.
class Findings {
  public:
    /// `what` is the kind and the sentence: `SUBJECT: what (detail)`.
    void add(const std::string& subject, const std::string& what, const std::string& detail = "");
    bool empty() const { return counts_.empty(); }
    /// In the order of add(); then the numbers of those that were not named.
    std::vector<std::string> take();

  private:
    std::vector<std::string> lines_;
    std::map<std::string, std::uint64_t> counts_;
};

}  // namespace sitrep
