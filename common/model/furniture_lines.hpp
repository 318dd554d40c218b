// Lines that stand in many documents of one outlet or folder: a site's furniture. What each
// document says of its lines is kept as terms of the document, so that it is as true as the
// documents are.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// A line in its scope (an outlet, else a folder): 48 bits of a hash of both.
using LineFingerprint = std::uint64_t;

/// `XU` and a line that the document holds, as cleaning keeps it without knowing other documents.
inline constexpr std::string_view kLinePrefix = "XU";
/// `XM` and a line of those that was furniture when the document was cleaned.
inline constexpr std::string_view kLearnedPrefix = "XM";

/// The term of a line: the prefix and eight letters, digits, - and _.
std::string line_term(std::string_view prefix, LineFingerprint line);
/// The line of such a term; nothing for any other text.
std::optional<LineFingerprint> line_of_term(std::string_view prefix, std::string_view term);

/// What a document's lines say to the corpus. A pure function of its record, `learned` apart.
struct LineNotes {
    std::vector<LineFingerprint> lines;    ///< ascending, distinct
    std::vector<LineFingerprint> learned;  ///< those of them that were known as furniture
    std::string story_keys;                ///< kStoryFamilies keys; empty without any text
    friend bool operator==(const LineNotes&, const LineNotes&) = default;
};

/// A story is known by the least hashes of its words under this many hash functions, a byte of
/// each: two stories have a key in common as often as they have words in common (Broder, "On the
/// resemblance and containment of documents", 1997).
inline constexpr std::size_t kStoryFamilies = 16;

/// Looks for three stories among the documents that hold a line, no two of them alike: then the
/// line is furniture. However often one story is saved, and whatever stands around it, its copies
/// are alike. The answer depends on the set of documents, not on their order.
class StoryCount {
  public:
    /// Two stories with more keys in common are copies of one another. Measured: unrelated articles
    /// of one agency share 1.6 of 16, copies of which a fifth was written anew 10.
    static constexpr unsigned kMostKeysInCommon = 3;
    /// Fewer documents make nothing furniture.
    static constexpr std::size_t kFewestDocuments = 3;

    /// `documents` hold the line. Of many, a sample is looked at that their keys choose.
    explicit StoryCount(std::size_t documents);

    /// `story_keys` as in LineNotes; others are left alone.
    void add(std::string_view story_keys);
    bool is_furniture() const { return furniture_; }
    /// That are held against one another with each that comes.
    std::size_t stories() const { return stories_.size(); }

  private:
    using Keys = std::array<std::uint64_t, 2>;
    static bool alike(const Keys& a, const Keys& b);
    bool in_sample(const Keys& keys) const;

    std::vector<Keys> stories_;  ///< distinct
    /// For each, a bit for each story before it that is not alike: two such stories in common make
    /// three, and are found 64 at a time.
    std::vector<std::vector<std::uint64_t>> unlike_;
    std::uint64_t sample_mask_ = 0;
    bool furniture_ = false;
};

/// What is known of the lines of a corpus. Safe to ask from several threads.
class FurnitureLines {
  public:
    FurnitureLines() = default;
    FurnitureLines(const FurnitureLines&) = delete;
    FurnitureLines& operator=(const FurnitureLines&) = delete;
    virtual ~FurnitureLines() = default;

    virtual bool holds(LineFingerprint line) const = 0;
};

}  // namespace sitrep
