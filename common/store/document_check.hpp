// Checks each document of a database against its seal, its postings and its file. Postings are read
// term by term, as they lie in their tables: to look up each document's own would take hours.
// Included by this folder only.
#pragma once

#include "store/digest.hpp"
#include "store/file_catalog.hpp"
#include "store/findings.hpp"
#include "store/long_task.hpp"

#include <xapian.h>

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

namespace sitrep {

class DocumentCheck {
  public:
    /// All are kept by reference. Documents are counted in `files`, what is wrong goes to
    /// `findings`, what is good and not stale into `digest`.
    DocumentCheck(const Xapian::Database& database, FileCatalog& files, Digest& digest,
                  Findings& findings, const Progress& progress)
        : database_(database),
          files_(files),
          digest_(digest),
          findings_(findings),
          progress_(progress) {}

    /// First. Throws what Xapian throws where a table cannot be read, or Stopped; documents() then
    /// checks what is left to check.
    void read_postings();
    /// Throws Stopped, and DatabaseModifiedError.
    void check_documents();

    std::uint64_t documents() const { return sums_.size(); }
    std::uint64_t stale() const { return stale_; }
    /// Whether any document was not as its seal says.
    bool seals_broken() const { return seals_broken_; }

  private:
    /// What the postings say of one document.
    struct Sums {
        Xapian::docid id = 0;
        std::uint64_t sealed = 0;    ///< of its seal: terms with positions
        std::uint64_t postings = 0;  ///< without them, as its list of terms has them
    };
    /// What its list of terms says.
    struct Terms {
        std::uint64_t postings = 0;
        std::uint64_t length = 0;
        std::uint64_t uniques = 0;
        std::uint64_t files = 0;
        std::string unique;
        std::string file;
    };

    void read_posting_list(const std::string& term, Xapian::doccount expected);
    void check_document(const Sums& sums);
    Terms read_terms(Xapian::docid id) const;
    void check_terms(const std::string& name, const Sums& sums, const Terms& terms);
    void check_file(const std::string& name, const Terms& terms, const FileKey& stored,
                    std::uint64_t seal);
    void tell(std::string_view what, std::uint64_t done, std::uint64_t total) const;

    const Xapian::Database& database_;
    FileCatalog& files_;
    Digest& digest_;
    Findings& findings_;
    const Progress& progress_;
    std::vector<Sums> sums_;                    ///< ascending by id
    std::unordered_set<std::string> repeated_;  ///< unique terms of several documents
    std::vector<std::uint32_t> positions_;
    bool postings_read_ = false;
    bool seals_broken_ = false;
    std::uint64_t stale_ = 0;
};

}  // namespace sitrep
