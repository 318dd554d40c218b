#include "query/batch.hpp"

#include "base/file.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"
#include "query/answer.hpp"
#include "query/message.hpp"
#include "query/question.hpp"
#include "search/query_parser.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep {
namespace {

Error bad_line(const std::string& name, std::size_t line, std::string_view what) {
    return {ErrorCode::Usage, fmt::format("{}:{}: {}", name, line, what),
            "a line is ID, a tab, and the question"};
}

/// A line's question, but of an endless one the beginning: longer than any that is answered whole,
/// so that it is cut or refused as such.
std::string kept_question(std::string_view text) {
    constexpr std::size_t kKept = kMaxQueryBytes + 64;
    if (text.size() <= kKept) return std::string(text);
    const std::string_view kept = text.substr(0, kKept);
    const std::size_t end = utf8::floor_boundary(text, kKept);
    return std::string(end > kMaxQueryBytes ? kept.substr(0, end) : kept);
}

/// The number of hits, of all where none is to be shown, or why there is no answer.
Result<std::uint64_t> answer_one(const QueryOptions& options, const RenderStyle& style,
                                 const BatchQuestion& question, WordTables& tables,
                                 Searcher& searcher, Output& out) {
    if (trimmed(question.text).empty()) return std::uint64_t{0};
    Result<QueryPtr> query = options.syntax ? read_question(options, question.text, question.qid)
                                            : Result<QueryPtr>(parse_plain_words(question.text));
    if (!query) return query.error();
    const Result<void> given =
        give_terms(**query, question.text, !options.syntax, words_of_corpus(searcher), tables);
    if (!given) return given.error();
    tell_cut_patterns(**query);
    if (!asks_for_something(**query)) return std::uint64_t{0};
    const RendererRow& renderer = renderer_row(options.format);
    const Result<HitList> list = searcher.search(**query, search_options(options));
    if (!list) return list.error();
    const std::uint64_t found = options.limit == 0 ? list->total : list->hits.size();
    if (found != 0) out.write(renderer.render({question.text, question.qid, *list}, style));
    return found;
}

}  // namespace

Result<std::vector<BatchQuestion>> parse_batch(std::string_view text, const std::string& name) {
    std::vector<BatchQuestion> questions;
    std::size_t number = 0;
    for (std::string_view line : split(text, '\n')) {
        ++number;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (trimmed(line).empty()) continue;
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos) return bad_line(name, number, "there is no tab");
        const std::string_view qid = line.substr(0, tab);
        if (qid.empty()) return bad_line(name, number, "the id is empty");
        if (qid.size() > kMaxQidBytes)
            return bad_line(name, number,
                            fmt::format("the id is longer than {} bytes", kMaxQidBytes));
        if (std::any_of(qid.begin(), qid.end(), is_ascii_space))
            return bad_line(name, number, "the id holds white space");
        questions.push_back({std::string(qid), kept_question(line.substr(tab + 1))});
    }
    return questions;
}

Result<std::vector<BatchQuestion>> read_batch(const std::string& path) {
    const Result<std::string> bytes = read_stream(path, kMaxBatchBytes);
    if (!bytes) return bytes.error();
    return parse_batch(*bytes, path == "-" ? "standard input" : path);
}

int answer_batch(const QueryOptions& options, const RenderStyle& style,
                 const std::vector<BatchQuestion>& questions, WordTables& tables,
                 Searcher& searcher, Output& out) {
    std::uint64_t hits = 0;
    bool bad = false;
    for (const BatchQuestion& question : questions) {
        if (!out.works()) break;
        const Result<std::uint64_t> found =
            answer_one(options, style, question, tables, searcher, out);
        if (found) {
            hits += *found;
            continue;
        }
        print_error(found.error(), question.qid);
        if (found.error().code != ErrorCode::BadQuery) return exit_code(found.error().code);
        bad = true;
    }
    if (bad) return exit_code(ErrorCode::BadQuery);
    return hits > 0 ? 0 : 1;
}

}  // namespace sitrep
