// Any bytes are a question: parsed or refused, never a crash; what is parsed keeps to the tree's
// rules; how it was read can be told.
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
    std::vector<QueryRepair> repairs;
    const SavedQuestions saved = {{"a", "b OR @c"}, {"c", "d -e"}, {"x", "@x"}};
    const Day today{2021, 6, 15};
    Result<QueryPtr> query = parse_query(text, today, {&repairs, saved});
    if (query) {
        const std::string read = question_as_read(text, **query, today, {&repairs, saved});
        if (read.empty() || !utf8::is_valid(read)) std::abort();
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
