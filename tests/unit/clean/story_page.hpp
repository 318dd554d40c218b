// A story of five paragraphs, and pages about it as the HTML reader gives them, so that places are
// true.
#pragma once

#include "indexer/clean/cleaner.hpp"
#include "indexer/extract/readers.hpp"

#include <doctest/doctest.h>

#include <string>

namespace sitrep {

inline const std::string kStory[] = {
    "The minister opened a yard on Monday and said that it would build four ships over the next "
    "ten years for a fleet that has waited for them.",
    "The ships will replace those that were built in the last century, and which have been at sea "
    "for more than half of their days since then.",
    "\"We have waited long enough,\" she told the workers, many of whom had been sent home when "
    "the last order was finished two years ago.",
    "Nobody would say what the yard has cost, but an official who was not allowed to speak about "
    "it put the sum at about a billion.",
    "The first of the ships is to be handed over in the autumn of next year, after trials in the "
    "bay that are planned to take four months."};

inline std::string paragraphs() {
    std::string out;
    for (const std::string& text : kStory) out += "<p>" + text + "</p>";
    return out;
}

inline Article article_of(const std::string& body) {
    Result<ExtractedPage> page =
        read_html("<html><head><title>Minister opens yard - Harbor Wire</title></head><body>" +
                  body + "</body></html>");
    REQUIRE(page.has_value());
    return clean(*std::move(page));
}

inline std::string reason_of(const Article& article, std::string_view text) {
    for (const DroppedText& piece : article.dropped) {
        if (piece.text.find(text) != std::string::npos) return piece.reason;
    }
    return "kept";
}

inline const std::string kMenu =
    "<nav><ul><li><a href=/>Home</a></li><li><a href=/n>News</a></li><li><a href=/o>Opinion</a>"
    "</li></ul></nav>";

inline void check_whole_story(const Article& article) {
    for (const std::string& text : kStory) CHECK(article.body().find(text) != std::string::npos);
}

}  // namespace sitrep
