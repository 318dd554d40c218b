// A question, a newline, an article: each line of it a paragraph, `# ` before a heading. Snippets
// are valid UTF-8 of bounded length, their highlights ascending, disjoint and on code point bounds.
#include "search/highlighter.hpp"

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "search/query_analysis.hpp"
#include "search/query_parser.hpp"

#include <cstdint>
#include <cstdlib>

namespace {

void check_ranges(std::string_view text, const std::vector<sitrep::ByteRange>& ranges) {
    std::size_t at = 0;
    for (const sitrep::ByteRange& range : ranges) {
        if (range.begin < at || range.end <= range.begin || range.end > text.size()) std::abort();
        if (sitrep::utf8::floor_boundary(text, range.begin) != range.begin) std::abort();
        if (sitrep::utf8::floor_boundary(text, range.end) != range.end) std::abort();
        at = range.end;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sitrep;
    static Analyzer analyzer = *Analyzer::create(AnalyzerConfig::current());
    const std::string text = utf8::repaired({reinterpret_cast<const char*>(data), size});
    const std::vector<std::string_view> lines = split(text, '\n');
    Result<QueryPtr> query = parse_query(lines[0], {2021, 6, 15});
    if (!query) return 0;
    analyze_query(**query, analyzer, StopWords());

    Article article;
    article.sections.emplace_back();
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].starts_with("# ")) {
            article.sections.push_back({std::string(lines[i].substr(2)), {}});
        } else {
            article.sections.back().paragraphs.emplace_back(lines[i]);
        }
    }
    const Highlighter highlighter(**query, analyzer, {3, 100});
    const Snippet snippet = highlighter.snippet(article);
    if (!utf8::is_valid(snippet.text) || snippet.text.size() > 1000) std::abort();
    check_ranges(snippet.text, snippet.highlights);
    check_ranges(text, highlighter.highlights(text));
    return 0;
}
