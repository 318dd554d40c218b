#include "query/explain_hit.hpp"

#include "base/strings.hpp"
#include "base/terminal.hpp"
#include "query/answer.hpp"
#include "query/message.hpp"
#include "query/show.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace sitrep {
namespace {

std::string shown_terms(const std::vector<HeldTerm>& terms) {
    constexpr std::size_t kShown = 12;
    std::vector<std::string> shown;
    for (const HeldTerm& held : terms) {
        if (shown.size() == kShown) break;
        shown.push_back(
            fmt::format("{}{}{} {} (in {})", held.field.empty() ? "" : held.field + ": ",
                        held.is_stem ? "stem " : "", held.term, counted(held.times, "time"),
                        counted(held.articles, "article")));
    }
    const std::size_t more = terms.size() - shown.size();
    return join(shown, ", ") + (more > 0 ? fmt::format(" and {} more", more) : "");
}

std::string verdict(const PartAccount& part) {
    switch (part.role) {
        case PartRole::Weighs:
            return part.matches ? fmt::format("{:.6f}", part.weight) : "no match";
        case PartRole::Filters:
            return part.matches ? "match, no weight" : "no match";
        case PartRole::Excludes:
            return part.matches ? "match, which excludes" : "no match, as asked";
    }
    return "";
}

std::string part_text(const PartAccount& part, std::string_view mark) {
    const std::string terms = shown_terms(part.terms);
    std::string out = fmt::format("{}{}: {}{}{}\n", mark, printable(part.text), verdict(part),
                                  terms.empty() ? "" : "; ", printable(terms));
    for (const PartAccount& wording : part.wordings) out += part_text(wording, "    ~ ");
    return out;
}

std::string added(std::string_view what, double weight) {
    constexpr double kNothing = 1e-6;
    return std::abs(weight) <= kNothing ? "" : fmt::format("  {}: {:.6f}\n", what, weight);
}

}  // namespace

std::string hit_account_text(const HitAccount& account) {
    std::string out = printable(account.path) + "\n";
    if (!account.matches) {
        out += "no hit: it does not match\n";
    } else if (account.rank) {
        out += fmt::format("score {:.6f}, hit {}\n", account.score, *account.rank);
    } else {
        out += fmt::format("score {:.6f}, not among the first 1000 hits\n", account.score);
    }
    for (const PartAccount& part : account.parts) out += part_text(part, "  ");
    if (!account.matches) return out;
    return out + added("neighbouring words side by side", account.side_by_side) +
           added("the question, word for word, in the headline", account.headline) +
           added("every word, so before articles that lack some", account.every_word) +
           added("the rest: learnt words, recency", account.rest);
}

int explain_hit(const QueryOptions& options, const Query& query, Searcher& searcher, Output& out) {
    const Result<std::vector<HitAccount>> accounts =
        searcher.account_for(options.explain_hit, query, search_options(options));
    if (!accounts) return print_failure(accounts.error());
    if (accounts->empty()) return tell_unknown_article(options.explain_hit);
    bool matches = false;
    for (const HitAccount& account : *accounts) {
        out.write(hit_account_text(account));
        matches = matches || account.matches;
    }
    return matches ? kFound : kNothingFound;
}

}  // namespace sitrep
