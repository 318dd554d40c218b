#include "base/strings.hpp"
#include "indexer/extract/pdf_document.hpp"

#include <doctest/doctest.h>

using namespace sitrep;

namespace {

/// Sets text as a printer does, in points; a letter is half as wide as its type is high.
class Press {
  public:
    explicit Press(PdfSheet& sheet) : sheet_(sheet) {}

    Press& type(double size, bool bold = false) {
        size_ = size;
        bold_ = bold;
        return *this;
    }

    /// One line of words from `left` on.
    Press& line(double left, double top, std::string_view text) {
        for (const std::string_view word : split(text, ' ')) {
            const double width = static_cast<double>(word.size()) * size_ / 2;
            PdfWord set;
            set.text = word;
            set.left = left;
            set.right = left + width;
            set.top = top;
            set.bottom = top + size_;
            set.size = size_;
            set.bold = bold_;
            sheet_.words.push_back(set);
            left += width + size_ / 4;
        }
        return *this;
    }

    Press& lines(double left, double top, std::initializer_list<std::string_view> texts) {
        for (const std::string_view text : texts) {
            line(left, top, text);
            top += 1.2 * size_;
        }
        return *this;
    }

  private:
    PdfSheet& sheet_;
    double size_ = 10;
    bool bold_ = false;
};

using Texts = std::vector<std::string>;

Texts texts(const Result<ExtractedPage>& page, bool furniture = false) {
    Texts all;
    REQUIRE(page);
    for (const Block& block : page->blocks) {
        const char* mark = block.kind == BlockKind::Heading    ? "# "
                           : block.kind == BlockKind::ListItem ? "* "
                                                               : "";
        if (block.furniture == furniture) all.push_back(mark + block.text);
    }
    return all;
}

Result<ExtractedPage> page_of(const PdfSheet& sheet) {
    PdfDocument document;
    document.sheets.push_back(sheet);
    return sitrep::page_of(std::move(document));
}

}  // namespace

TEST_CASE("pdf: columns are read one after another, though their paragraphs end side by side") {
    PdfSheet sheet;
    Press(sheet)
        .lines(50, 100,
               {"The first column begins here and", "goes on for one more line.",
                "A second paragraph stands in it,", "which ends on a full line as well"})
        .lines(300, 100,
               {"while the other column tells more", "of the very same story again.",
                "Nobody reads across the gutter of", "a page, and neither do we, ever."});
    CHECK(
        join(texts(page_of(sheet)), " ") ==
        "The first column begins here and goes on for one more line. A second paragraph stands in "
        "it, which ends on a full line as well while the other column tells more of the very "
        "same story again. Nobody reads across the gutter of a page, and neither do we, ever.");
}

TEST_CASE("pdf: rows of a table, and two names side by side, are read across") {
    PdfSheet sheet;
    Press(sheet)
        .lines(50, 100, {"Frigates", "Tankers", "Tugs", "Cutters"})
        .lines(300, 100, {"12", "4", "31", "7"});
    CHECK(texts(page_of(sheet)) == Texts{"Frigates 12", "Tankers 4", "Tugs 31", "Cutters 7"});
}

TEST_CASE("pdf: paragraphs are told by indents, by spacing and by a short last line") {
    PdfSheet sheet;
    Press(sheet)
        .lines(50, 100, {"A first paragraph that fills its whole line and", "ends soon."})
        .lines(50, 124, {"Another begins behind that short line, without an", "indent."})
        .line(65, 148, "An indent begins the third, whatever stood over")
        .lines(50, 160, {"it on the page, and it is three full lines long of", "its own words."})
        .lines(50, 192, {"After a wider space comes the fourth one, which is", "the last."});
    CHECK(
        texts(page_of(sheet)) ==
        Texts{
            "A first paragraph that fills its whole line and ends soon.",
            "Another begins behind that short line, without an indent.",
            "An indent begins the third, whatever stood over it on the page, and it is three full "
            "lines long of its own words.",
            "After a wider space comes the fourth one, which is the last."});
}

TEST_CASE("pdf: a word cut at a line's end is whole again, and the writer's hyphens stay") {
    PdfSheet sheet;
    Press(sheet).lines(50, 100,
                       {"The brigade has the counter-", "UAS battery and the inter-",
                        "operability it asked of the F-", "35 and its long-",
                        "range sensor; a range so long", "was new, and so was a state-of-",
                        "the-art radar of the bat-", "tery that it had bought."});
    CHECK(join(texts(page_of(sheet)), " ") ==
          "The brigade has the counter-UAS battery and the interoperability it asked of the F-35 "
          "and its long-range sensor; a range so long was new, and so was a state-of-the-art radar "
          "of the battery that it had bought.");
}

TEST_CASE("pdf: running heads, feet and page numbers are furniture, what stands once is not") {
    PdfDocument document;
    const Texts stories = {"The brigade moved to the coast at night and",
                           "Nobody knew of it until the ferry was late",
                           "That was in March, and the ferry is late"};
    for (std::size_t i = 0; i < stories.size(); ++i) {
        PdfSheet sheet;
        Press(sheet)
            .type(8)
            .line(50, 30, "Ledger of Arms")
            .line(400, 30, "Spring 2024")
            .type(10)
            .lines(50, 100, {stories[i], std::string(i + 1, 'x') + " is told at some length."})
            .type(8)
            .line(250, 750, "Page " + std::to_string(i + 1) + " of 3");
        document.sheets.push_back(sheet);
    }
    const Result<ExtractedPage> page = sitrep::page_of(std::move(document));
    CHECK(texts(page) == Texts{stories[0] + " x is told at some length.",
                               stories[1] + " xx is told at some length.",
                               stories[2] + " xxx is told at some length."});
    CHECK(texts(page, true).size() == 6);
    CHECK(texts(page, true).front() == "Ledger of Arms Spring 2024");
}

TEST_CASE("pdf: what a browser prints around a page goes, even from a single page") {
    PdfSheet sheet;
    Press(sheet)
        .type(8)
        .line(20, 10, "6/14/24, 9:12 AM Dry dock opens - The Harbor Dispatch")
        .type(10)
        .lines(50, 100,
               {"The dry dock was flooded again on Monday for", "the first time in years."})
        .type(8)
        .line(20, 800, "https://dispatch.example/dry-dock 1/1");
    const Result<ExtractedPage> page = page_of(sheet);
    CHECK(texts(page) ==
          Texts{"The dry dock was flooded again on Monday for the first time in years."});
    CHECK(page->header.url == "https://dispatch.example/dry-dock");
}

TEST_CASE("pdf: a paragraph goes on in the next column and on the next page") {
    PdfDocument document;
    document.sheets.resize(2);
    Press(document.sheets[0])
        .lines(50, 700,
               {"The last line of this page is full and does not",
                "end its sentence, for the sentence goes on over"});
    Press(document.sheets[1]).lines(50, 100, {"on the page behind it. There it", "ends."});
    CHECK(
        texts(sitrep::page_of(std::move(document))) ==
        Texts{"The last line of this page is full and does not end its sentence, for the sentence "
              "goes on over on the page behind it. There it ends."});
}

TEST_CASE("pdf: the head is read from the type: headline, deck, byline, day, headings, lists") {
    PdfDocument document;
    document.title = "Microsoft Word - draft3.doc";
    document.author = "user17";
    document.created = Day{2025, 1, 2};
    document.sheets.resize(1);
    Press(document.sheets[0])
        .type(30, true)
        .line(50, 30, "DISPATCH")
        .type(24, true)
        .lines(50, 80, {"Dry dock opens again", "after eleven years"})
        .type(14)
        .line(50, 150, "The navy gets a basin back and a crane")
        .type(10)
        .line(50, 180, "By Marguerite Oyelaran")
        .line(50, 200, "June 3, 2024")
        .lines(50, 230,
               {"The dock was flooded again on Monday, and nine hundred people",
                "watched it from the quay in a wind that took two hats."})
        .type(10, true)
        .line(50, 270, "What comes next")
        .type(10)
        .lines(50, 290,
               {"The yard can now take ships of many kinds that it could not take",
                "in the years before, namely:"})
        .line(50, 320, "• two frigates side by side")
        .line(50, 335, "\uF0B7 submarines, once a roof is built");
    const Result<ExtractedPage> page = sitrep::page_of(std::move(document));
    REQUIRE(page);
    CHECK(page->header.title == "Dry dock opens again after eleven years");
    CHECK(page->header.deck == "The navy gets a basin back and a crane");
    CHECK(page->header.authors == Texts{"Marguerite Oyelaran"});
    CHECK(page->header.published == "2024-06-03");
    CHECK(page->header.published_from == "text");
    CHECK(texts(page) ==
          Texts{"The dock was flooded again on Monday, and nine hundred people watched it from the "
                "quay in a wind that took two hats.",
                "# What comes next",
                "The yard can now take ships of many kinds that it could not take in the years "
                "before, namely:",
                "* two frigates side by side", "* submarines, once a roof is built"});
}

TEST_CASE("pdf: the dictionary is believed where it was written by a person") {
    PdfDocument document;
    document.title = "Patrol aircraft return to the cape";
    document.author = "Jane Doe";
    document.created = Day{2019, 11, 5};
    document.sheets.resize(1);
    Press(document.sheets[0])
        .lines(50, 100, {"The patrol aircraft that left in the autumn are back", "on the cape."});
    const Result<ExtractedPage> page = sitrep::page_of(std::move(document));
    REQUIRE(page);
    CHECK(page->header.title == "Patrol aircraft return to the cape");
    CHECK(page->header.authors == Texts{"Jane Doe"});
    CHECK(page->header.published == "2019-11-05");
    CHECK(page->header.published_from == "pdf");
}

TEST_CASE("pdf: a large initial belongs to its word") {
    PdfSheet sheet;
    Press press(sheet);
    press.type(30).line(50, 100, "T");
    press.type(10).lines(66, 102,
                         {"he crews had the same complaint", "all through the winter, each"});
    press.lines(50, 126, {"of them about gulls and the radar", "that saw them."});
    const Texts found = texts(page_of(sheet));
    REQUIRE_FALSE(found.empty());
    CHECK(join(found, " ") ==
          "The crews had the same complaint all through the winter, each of them "
          "about gulls and the radar that saw them.");
}

TEST_CASE("pdf: a page of a bullet alone holds no text") {
    PdfDocument document;
    Press(document.sheets.emplace_back()).line(72, 100, "•");
    const Result<ExtractedPage> page = page_of(std::move(document));
    REQUIRE_FALSE(page);
    CHECK(page.error().message == "holds no text");
}

TEST_CASE("pdf: places that are no numbers, and pages without words, do no harm") {
    PdfDocument document;
    document.sheets.resize(3);
    PdfWord word;
    word.text = "lost\x01";
    word.left = word.top = word.right = word.bottom = word.size = std::stod("nan");
    document.sheets[1].words.push_back(word);
    CHECK(texts(sitrep::page_of(std::move(document))) == Texts{"lost"});
    CHECK_FALSE(sitrep::page_of(PdfDocument{}));
}
