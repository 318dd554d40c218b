// A document's seal: a sum over all else that it holds (terms, how often, where, values, the stored
// article), kept in front of its data. Xapian's files have no checksums: with the seal a bit that
// fell over anywhere shows. It is a sum over the terms, so that it can be checked in the order in
// which the tables lie on the disk. Included by this folder only.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sitrep::seal {

/// What a term that stands `wdf` times in a document adds to its seal when it has no positions;
std::uint64_t of_posting(std::string_view term, std::uint32_t wdf);
/// and when it has these, ascending.
std::uint64_t with_positions(std::uint64_t posting, std::span<const std::uint32_t> positions);
std::uint64_t of_value(std::uint32_t slot, std::string_view value);
/// `article` is encode_stored_article().
std::uint64_t of_article(std::string_view article);

/// The data of a document with that seal and article.
std::string sealed(std::uint64_t seal, std::string_view article);

struct Opened {
    std::uint64_t seal = 0;
    std::string_view article;
};
/// The parts of a document's data; none where it is too short to have them.
std::optional<Opened> open(std::string_view data);
/// The article in a document's data, unchecked; empty where there is none.
std::string_view article_in(std::string_view data);

}  // namespace sitrep::seal
