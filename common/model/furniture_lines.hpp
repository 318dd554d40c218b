// Lines that stand in many documents of one outlet or folder: a site's furniture. What each document
// says of its lines is kept as terms of the document, so that it is as true as the documents are.
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

/// `XL` and a line that the document holds, as cleaning keeps it without knowing other documents.
inline constexpr std::string_view kLinePrefix = "XL";
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

/// A story is known by the least hashes of its word shingles under this many hash functions: two
/// stories share a key of a family as often as they share shingles (Broder, "On the resemblance and
/// containment of documents", 1997).
inline constexpr std::size_t kStoryFamilies = 8;
inline constexpr std::size_t kStoryKeyBytes = 2;  ///< of one family

/// Counts the different stories that hold a line. It is furniture when every family of keys shows
/// kFurnitureStories different ones: near-copies of one story share most keys in most families, so
/// that however often a story is saved, and with whatever around it, it counts as one or two. The
/// answer depends on the set of stories, not on their order, and once true stays true.
class StoryCount {
  public:
    static constexpr std::size_t kFurnitureStories = 3;

    /// `story_keys` as in LineNotes; others are left alone.
    void add(std::string_view story_keys);
    bool is_furniture() const { return complete_ == kStoryFamilies; }

  private:
    struct Family {
        std::array<std::string, kFurnitureStories> keys;
        std::size_t count = 0;
    };
    std::array<Family, kStoryFamilies> families_;
    std::size_t complete_ = 0;
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
