// The formats that are one shape of text: tables, citations, pages.
#include "answers.hpp"
#include "query/render/citation.hpp"
#include "query/render/counts.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace sitrep;
using test::full_hit;
using test::list_of;

namespace {

/// A hit whose every text is `text`.
Hit hit_of(const std::string& text) {
    Hit hit;
    hit.id = hit.path = hit.header.title = hit.header.published = text;
    hit.header.outlet = hit.header.section = hit.header.url = text;
    hit.header.authors = {text};
    hit.snippet.text = text;
    return hit;
}

std::string rendered(OutputFormat format, const Hit& hit, bool terminal = false) {
    RenderStyle style;
    style.terminal = terminal;
    return renderer_row(format).render({"question", "", list_of({hit})}, style);
}

}  // namespace

TEST_CASE("formats: the table has them in the order of the enumeration") {
    for (std::size_t i = 0; i < kRenderers.size(); ++i)
        CHECK(static_cast<std::size_t>(kRenderers[i].format) == i);
}

TEST_CASE("formats: csv quotes as RFC 4180 says and lets no formula through") {
    CHECK(rendered(OutputFormat::Csv, hit_of("a,\"b\"\nc")).find(",\"a,\"\"b\"\"\nc\",") !=
          std::string::npos);
    for (const char* formula : {"=1+1", "+1", "-1", "@x", "\t=1"}) {
        const std::string csv = rendered(OutputFormat::Csv, hit_of(formula));
        CHECK(csv.find(std::string(",") + formula) == std::string::npos);
        CHECK(csv.find(std::string("'") + formula) != std::string::npos);
    }
}

TEST_CASE("formats: a row of tsv is one line of eleven columns, whatever its texts") {
    const std::string tsv = rendered(OutputFormat::Tsv, hit_of("a\tb\nc\r"));
    const std::string row = tsv.substr(tsv.find('\n') + 1);
    CHECK(std::count(row.begin(), row.end(), '\t') == 10);
    CHECK(std::count(row.begin(), row.end(), '\n') == 1);
}

TEST_CASE("formats: nothing that an article holds is markup in the page") {
    const std::string page =
        rendered(OutputFormat::Html, hit_of("</p><script>alert('x')</script>\" onload=\"x&"));
    CHECK(page.find("<script") == std::string::npos);
    CHECK(page.find("onload=\"") == std::string::npos);
    CHECK(page.find("&lt;script&gt;alert(&#39;x&#39;)") != std::string::npos);
    const std::string linked = rendered(OutputFormat::Html, hit_of("javascript:alert(1)"));
    CHECK(linked.find("href=\"javascript") == std::string::npos);
}

TEST_CASE("formats: nothing that an article holds is markup in Markdown") {
    const std::string text =
        rendered(OutputFormat::Markdown, hit_of("# <b>*x*</b> [a](javascript:b) `c`"));
    CHECK(text.find("**\\# \\<b\\>\\*x\\*\\</b\\> \\[a\\](javascript:b) \\`c\\`**") !=
          std::string::npos);
    CHECK(text.find("`` # <b>*x*</b> [a](javascript:b) `c` ``") != std::string::npos);
    CHECK(rendered(OutputFormat::Markdown, hit_of("1. x")).find("> 1\\. x") != std::string::npos);
}

TEST_CASE("formats: no format sends a control character to a terminal") {
    const Hit hit = hit_of("a\033[31m\u202Eb\x9B\xFF");
    for (const RendererRow& row : kRenderers) {
        const std::string text = rendered(row.format, hit, true);
        CAPTURE(row.name);
        CHECK(text.find('\033') == std::string::npos);
        CHECK(text.find("\u202E") == std::string::npos);
        CHECK(text.find('\x9B') == std::string::npos);
        CHECK(text.find('\0') == std::string::npos);
    }
}

TEST_CASE("formats: a citation's key is of the article, not of the answer") {
    Hit hit = full_hit();
    hit.header.authors = {"Ann Ó Example-Doe"};
    const std::string key = citation_key(hit);
    CHECK(key.starts_with("exampledoe2021fleets-"));
    hit.rank = 7;
    CHECK(citation_key(hit) == key);
    hit.path += "#2";
    CHECK(citation_key(hit) != key);
    CHECK(citation_key(Hit()).size() == 8);
}

TEST_CASE("formats: BibTeX gets no sign of TeX's from an article") {
    const std::string entry = rendered(OutputFormat::Bibtex, hit_of("a{b}\\c$%&#_~^"));
    CHECK(entry.find("{{a\\textbraceleft{}b\\textbraceright{}\\textbackslash{}c\\$\\%\\&\\#\\_"
                     "\\textasciitilde{}"
                     "\\textasciicircum{}}}") != std::string::npos);
    Hit office = full_hit();
    office.header.authors = {"Ann Doe", "Office of Arms and Aid"};
    CHECK(rendered(OutputFormat::Bibtex, office)
              .find("author = {Ann Doe and {Office of Arms and Aid}}") != std::string::npos);
}

TEST_CASE("formats: CSL-JSON has the keys of its schema") {
    const auto items = nlohmann::json::parse(rendered(OutputFormat::CslJson, full_hit()));
    REQUIRE(items.size() == 1);
    CHECK(items[0]["type"] == "article-newspaper");
    CHECK(items[0]["issued"]["date-parts"] == nlohmann::json::parse("[[2021,6,15]]"));
    const auto bare = nlohmann::json::parse(rendered(OutputFormat::CslJson, Hit()));
    CHECK(bare[0].size() == 2);
}

TEST_CASE("formats: counts say what they leave out") {
    HitList list = list_of({});
    list.total = 21;
    FacetCounts facet;
    for (int i = 0; i < 12; ++i) facet.values.push_back({"o\033" + std::to_string(i), 1});
    facet.other_values = 3;
    facet.without = 9;
    list.facets = {facet};
    Timeline timeline;
    timeline.asked = Period::Day;
    timeline.bars = {{{2020, 5, 1}, 1, 3}, {{2020, 6, 1}, 0, 0}, {{2020, 7, 1}, 4, 4}};
    timeline.undated = 1;
    list.timeline = timeline;
    const std::string text = render_text({"x", "", list}, {});
    CHECK(text.starts_with("Of 21 articles, every copy of a story counted:\n"));
    CHECK(text.find("    o^[0  1\n") != std::string::npos);
    CHECK(text.find("    and 5 more\n    none: 9\n") != std::string::npos);
    CHECK(text.find("More than 400 bars by day: shown by month.") != std::string::npos);
    CHECK(text.find("1 undated article is not shown.") != std::string::npos);
    CHECK(text.find("  1   33.3 %\n") != std::string::npos);
}
