#include "text/sentences.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace sitrep;

/// The text with a bar where a sentence ends.
std::string barred(std::string_view text) {
    std::string out;
    std::size_t begin = 0;
    for (const std::size_t end : sentence_ends(text)) {
        out += std::string(text.substr(begin, end - begin)) + "|";
        begin = end;
    }
    return out;
}

TEST_CASE("sentences: end at terminators before white space") {
    CHECK(barred("").empty());
    CHECK(barred("One") == "One|");
    CHECK(barred("One. Two! Three? Four") == "One. |Two! |Three? |Four|");
    CHECK(barred("A 5.56 mm round. On example.com too.") ==
          "A 5.56 mm round. |On example.com too.|");
    CHECK(barred("Well... maybe. Yes.") == "Well... maybe. |Yes.|");
    CHECK(barred("Heading\n\nText here.") == "Heading\n\n|Text here.|");
    CHECK(barred("敵は去った。「終わった。」と言った。") ==
          "敵は去った。|「終わった。」|と言った。|");
}

TEST_CASE("sentences: closing quotes and brackets belong to them") {
    CHECK(barred("\"We won.\" They left.") == "\"We won.\" |They left.|");
    CHECK(barred("“We won.” They left. (It was so.) End.") ==
          "“We won.” |They left. |(It was so.) |End.|");
    CHECK(barred("\"Why?\" he said. Nobody knew.") == "\"Why?\" he said. |Nobody knew.|");
}

TEST_CASE("sentences: abbreviations end none") {
    for (const std::string_view text :
         {"Rear Adm. John Doe spoke.", "Lt. Gen. Doe and Capt. Roe met Sen. Poe.",
          "It was Jan. 3 in St. Louis.", "The U.S. Navy and the U.N. Security Council met.",
          "George W. B. Doe wrote No. 5 of it.", "At 5 p.m. Monday it began.",
          "Doe Inc. Chairman Roe quit.", "Maj. 2nd class Dr. Mr. Poe"}) {
        CAPTURE(text);
        CHECK(barred(text) == std::string(text) + "|");
    }
}

TEST_CASE("sentences: the next word tells when an abbreviation does end one") {
    CHECK(barred("It left the U.S. The rest stayed.") == "It left the U.S. |The rest stayed.|");
    CHECK(barred("It began at 5 p.m. He left.") == "It began at 5 p.m. |He left.|");
    CHECK(barred("It joined Doe Corp. But it failed.") == "It joined Doe Corp. |But it failed.|");
    CHECK(barred("We said no. Nobody heard.") == "We said no. |Nobody heard.|");
}

TEST_CASE("sentences: a dateline's dash does not begin one") {
    for (const std::string text :
         {"REDSTONE ARSENAL, Ala. — On Dec. 23 it flew.", "SAN DIEGO, Calif. -- The ship left."}) {
        CHECK(sentence_ends(text) == std::vector<std::size_t>{text.size()});
    }
}

TEST_CASE("sentences: offsets ascend and the last is the end, whatever the text") {
    for (const std::string_view text :
         {"...", "? ! .", ". . . .", "\n\n\n", "。。 。", "a.\xC2\xA0 B. ", "U.S."}) {
        CAPTURE(text);
        const std::vector<std::size_t> ends = sentence_ends(text);
        REQUIRE(!ends.empty());
        CHECK(ends.back() == text.size());
        for (std::size_t i = 1; i < ends.size(); ++i) CHECK(ends[i] > ends[i - 1]);
    }
}

}  // namespace
