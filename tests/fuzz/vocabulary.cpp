// A vocabulary is read or refused, whatever its bytes, and answers for every word of its own.
#include "search/vocabulary.hpp"

#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "search/query_units.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sitrep;
    static Analyzer analyzer = *Analyzer::create(AnalyzerConfig::current());
    const std::string text =
        utf8::repaired(std::string_view(reinterpret_cast<const char*>(data), size));
    Vocabulary vocabulary;
    const Result<void> added = vocabulary.add(text, "table");
    for (const std::string_view line : split(text, '\n')) {
        for (const std::string_view part : split(line, '\t'))
            vocabulary.synonyms(vocabulary_key(units_of(part, analyzer)), analyzer);
    }
    return !added && added.error().message.empty() ? (std::abort(), 0) : 0;
}
