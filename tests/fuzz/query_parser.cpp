// Any bytes are a question: parsed or refused, never a crash; what is parsed keeps to the tree's
// rules.
#include "search/query_parser.hpp"

#include "base/utf8.hpp"
#include "search/query_analysis.hpp"
#include "search/query_rules.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sitrep;
    static Analyzer analyzer = *Analyzer::create(AnalyzerConfig::current());
    static const StopWords stop_words = StopWords::parse("the\nof\nand\n");
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    Result<QueryPtr> query = parse_query(text, {2021, 6, 15});
    if (query) {
        if (find_breach(**query)) std::abort();
        analyze_query(**query, analyzer, stop_words);
        if (!utf8::is_valid(to_string(**query))) std::abort();
    } else if (query.error().message.empty() || !utf8::is_valid(query.error().message)) {
        std::abort();
    }
    const QueryPtr words = parse_plain_words(text);
    analyze_query(*words, analyzer, stop_words);
    return 0;
}
