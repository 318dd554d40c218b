// What was put right in a question before it was read: pasted quotes and dashes, what was never
// closed, an operator with nothing beside it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// One change of the question's text, and the sentence that says why.
struct QueryRepair {
    std::size_t at = 0;       ///< byte offset in the question
    std::size_t removed = 0;  ///< bytes that go
    std::string inserted = {};
    std::string what = {};
    friend bool operator==(const QueryRepair&, const QueryRepair&) = default;
};

/// The question with the repairs made.
std::string repaired_question(std::string_view question, std::vector<QueryRepair> repairs);

/// What the repairs say, each sentence once, in the order of the question.
std::string repair_notes(std::vector<QueryRepair> repairs);

}  // namespace sitrep
