// What it costs to turn text into terms: ours, and Xapian's TermGenerator with the English stemmer,
// on the same texts, on one core, in turn.
//
// usage: sitrep_bench_analyzer FEED...     JSON Lines with `title` and `text`
#include "bench/feed.hpp"
#include "text/acronym_miner.hpp"
#include "text/index_document_builder.hpp"

#include <xapian.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

namespace {

using namespace sitrep;

constexpr int kRounds = 5;

std::size_t bytes_of(const std::vector<StoredArticle>& articles) {
    std::size_t bytes = 0;
    for (const StoredArticle& one : articles) {
        for (const std::string& paragraph : one.article.sections[0].paragraphs)
            bytes += paragraph.size();
    }
    return bytes;
}

/// Tokens of every paragraph, names and stems with them, and the acronyms it defines.
std::size_t analyze(const std::vector<StoredArticle>& articles) {
    Analyzer analyzer = *Analyzer::create(AnalyzerConfig::current());
    AcronymMiner miner;
    std::vector<AcronymDefinition> definitions;
    std::size_t tokens = 0;
    for (const StoredArticle& one : articles) {
        for (const std::string& paragraph : one.article.sections[0].paragraphs) {
            tokens += analyzer.analyze(paragraph).size();
            miner.mine(paragraph, definitions);
        }
    }
    return tokens + definitions.size();
}

/// All that the indexer does between an article and the database: terms, positions, acronyms.
std::size_t build(const std::vector<StoredArticle>& articles) {
    Analyzer analyzer = *Analyzer::create(AnalyzerConfig::current());
    std::size_t terms = 0;
    for (const StoredArticle& one : articles)
        terms += build_index_document(one, "1", analyzer).terms.size();
    return terms;
}

/// What TermGenerator does with the same paragraphs: stems, words and positions into a document.
std::size_t generate(const std::vector<StoredArticle>& articles) {
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("en"));
    std::size_t terms = 0;
    for (const StoredArticle& one : articles) {
        Xapian::Document document;
        generator.set_document(document);
        generator.set_termpos(0);
        for (const std::string& paragraph : one.article.sections[0].paragraphs)
            generator.index_text(paragraph);
        terms += document.termlist_count();
    }
    return terms;
}

struct Job {
    const char* name;
    std::function<std::size_t()> run;
    std::vector<double> seconds = {};
};

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

}  // namespace

int main(int count, char** arguments) {
    std::vector<StoredArticle> articles;
    for (int i = 1; i < count; ++i) {
        for (StoredArticle& one : bench::read_feed(arguments[i]))
            articles.push_back(std::move(one));
    }
    if (articles.empty()) {
        std::fputs("usage: sitrep_bench_analyzer FEED...   (no article read)\n", stderr);
        return 2;
    }
    Job jobs[] = {{"TermGenerator", [&] { return generate(articles); }},
                  {"analysis", [&] { return analyze(articles); }},
                  {"article to document", [&] { return build(articles); }}};
    std::size_t made = 0;
    for (int round = 0; round < kRounds; ++round) {
        for (Job& job : jobs) {
            const std::clock_t start = std::clock();  // of this process: others may be busy
            made += job.run();
            job.seconds.push_back(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
        }
    }
    const double megabytes = static_cast<double>(bytes_of(articles)) / 1e6;
    std::printf("%zu articles, %.1f MB, median of %d rounds (%zu terms)\n", articles.size(),
                megabytes, kRounds, made);
    for (const Job& job : jobs) {
        const double seconds = median(job.seconds);
        std::printf("%-20s %7.1f MB/s   %5.2f of TermGenerator's time\n", job.name,
                    megabytes / seconds, seconds / median(jobs[0].seconds));
    }
    return 0;
}
