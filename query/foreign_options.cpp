#include "query/foreign_options.hpp"

#include <array>

namespace sitrep {
namespace {

constexpr auto kTable = std::to_array<ForeignOption>({
    // What belongs into the question: its fields, and its operators.
    {"author authors by byline writer", "in the question: author:NAME"},
    {"title headline", "in the question: title:WORDS"},
    {"section category topic", "in the question: section:NAME"},
    {"outlet source site publisher newspaper domain", "in the question: outlet:NAME"},
    {"lang language", "in the question: lang:en"},
    {"type filetype mime ext", "in the question: type:pdf"},
    {"path folder dir directory file", "in the question: path:FOLDER/*"},
    {"field in", "in the question: FIELD:WORDS; --help-fields lists the fields"},
    {"since after from newer newer-than start-date date-from min-date",
     "in the question: date:2021-05.. or date:90d.."},
    {"before until to older older-than end-date date-to max-date",
     "in the question: date:..2021-05"},
    {"date day year month published when date-range range",
     "in the question: date:2021, date:2021-05 or date:2020..2021"},
    {"last days", "in the question: date:90d.."},
    {"exclude not without invert-match v", "in the question: -WORD"},
    {"or any any-word", "in the question: WORD OR WORD"},
    {"exact phrase literal fixed-strings F", "in the question: \"WORD WORD\""},
    {"near proximity slop within", "in the question: WORD NEAR/5 WORD"},
    {"fuzzy fuzziness", "in the question: WORD~1"},
    {"wildcard prefix regex regexp perl-regexp extended-regexp P E",
     "in the question: missil* or wom?n; there are no regular expressions"},
    {"ignore-case case-insensitive i", "capitals mean nothing in a question"},
    // What is an option here, too.
    {"text json jsonl csv tsv paths paths0 markdown html bibtex csl-json trec",
     "did you mean --format={}?"},
    {"ndjson json-lines jsonlines", "did you mean --format=jsonl?"},
    {"md", "did you mean --format=markdown?"},
    {"bib", "did you mean --format=bibtex?"},
    {"files-with-matches files paths-only names-only filenames l", "did you mean --format=paths?"},
    {"null print0 0 Z", "did you mean --format=paths0?"},
    {"output-format out-format output fmt", "did you mean --format=FORM?"},
    {"sort=newest sort=latest sort=new sort=recent sort=time sort=published latest newest "
     "newest-first recent by-date sort-date",
     "did you mean --sort=date? (newest first)"},
    {"sort=oldest-first sort=asc sort=ascending sort=chronological sort=date-asc oldest "
     "oldest-first chronological reverse",
     "did you mean --sort=oldest?"},
    {"sort=score sort=rank sort=best", "did you mean --sort=relevance?"},
    {"sort-by sortby order order-by orderby", "did you mean --sort=ORDER?"},
    {"max max-count max-results max-hits maxresults maxhits top topk top-k num number rows head "
     "first results hits n m k",
     "did you mean --limit=N?"},
    {"page skip start tail", "did you mean --offset=N? (leaves out the first N hits)"},
    {"all all-results no-limit", "--limit=N shows more; --export=jsonl writes all articles"},
    {"total hit-count number-of-hits only-count c", "did you mean --count?"},
    {"similar similar-to more-like-this morelikethis mlt related related-to likethis",
     "did you mean --like=ID?"},
    {"dedupe dedup deduplicate unique uniq collapse fold fold-copies no-duplicates",
     "copies of an article are one hit already; --no-collapse shows each"},
    {"no-dedupe no-dedup no-fold all-copies show-duplicates", "did you mean --no-collapse?"},
    {"copies copies-of", "did you mean --duplicates=ID?"},
    {"explain-query parse debug debug-query verbose", "did you mean --explain?"},
    {"why why-not explain-score score scores", "did you mean --explain-hit=ID?"},
    {"watch-rm watch-delete watch-del unwatch", "did you mean --watch-remove=NAME?"},
    {"watches list-watches watch-ls watch-show", "did you mean --watch-list?"},
    {"watch-new watch-create save save-as alert subscribe", "did you mean --watch-add=NAME?"},
    {"index database data data-dir datadir", "did you mean --db=DB?"},
    {"fields list-fields", "did you mean --help-fields?"},
    {"help-syntax syntax-help query-syntax", "man sitrep-query-syntax"},
    {"facets group-by groupby group aggregate aggs by-outlet by-author",
     "did you mean --facet=LIST?"},
    {"histogram trend chart by-month by-year", "did you mean --timeline=PERIOD?"},
    {"keywords significant-terms top-terms top-words", "did you mean --terms?"},
    {"random shuffle", "did you mean --sample=N?"},
    {"get cat print view full read", "did you mean --show=ID? (or --open=N, of a question)"},
    {"queries questions topics query-file file-queries f", "did you mean --batch=FILE?"},
    {"stdin", "did you mean --batch=-?"},
    {"boost boosts", "did you mean --weights=FIELD=N?"},
    {"rm3 prf expansion relevance-feedback", "did you mean --feedback?"},
    {"decay freshness", "did you mean --recency=TIME?"},
    {"synonyms expand thesaurus", "other wordings are looked for already, but for --no-expand"},
    {"no-synonyms no-stem no-stemming", "did you mean --no-expand? (a phrase in quotes is exact)"},
    {"no-color no-colour", "did you mean --colour=never?"},
    {"pager", "long answers go through $PAGER already, but for --no-pager"},
    {"stats status info", "of the database: sitrep-index --stats"},
    {"dump export-all backup", "did you mean --export=jsonl?"},
    {"xdg-open browser launch", "did you mean --open=N --original?"},
});

}  // namespace

ForeignOptions foreign_options() { return kTable; }

}  // namespace sitrep
