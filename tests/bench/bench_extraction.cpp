// What it costs to turn a saved page into an article, beside what gumbo alone costs to parse it:
// the same pages, on one core, in turn.
//
// usage: sitrep_bench_extraction [--once gumbo|article] PAGE...     HTML files, gzipped or not
//
// --once runs one side once and prints nothing: for callgrind.
#include "indexer/article_maker.hpp"
#include "indexer/source/file_source.hpp"
#include "indexer/source/record_reader.hpp"
#include "text/charset.hpp"

#include <gumbo.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace sitrep;

constexpr std::uint64_t kMaxBytes = std::uint64_t{32} << 20;
constexpr int kRounds = 5;

/// Hands each record of a page to `use`.
class Records : public RecordSink {
  public:
    explicit Records(std::function<void(RawRecord)> use) : use_(std::move(use)) {}
    bool record(RawRecord record) override {
        use_(std::move(record));
        return true;
    }
    void failure(const Origin& /*origin*/, const Error& /*error*/) override {}

  private:
    std::function<void(RawRecord)> use_;
};

/// Reads each page as the indexer does.
void read_pages(const std::vector<std::string>& paths, std::function<void(RawRecord)> use) {
    Records records(std::move(use));
    ReadLimits limits;
    limits.record_bytes = kMaxBytes;
    for (const std::string& path : paths) {
        Result<OpenFile> file = OpenFile::open(path);
        const std::optional<FileType> type = file_type_of(path);
        if (!file || !type) continue;
        FileSource source(*std::move(file));
        read_file_records(path, *type, source, limits, records);
    }
}

std::size_t parse_alone(const std::vector<std::string>& texts) {
    std::size_t elements = 0;
    for (const std::string& text : texts) {
        GumboOutput* output =
            gumbo_parse_with_options(&kGumboDefaultOptions, text.data(), text.size());
        elements += output->root->v.element.children.length;
        gumbo_destroy_output(&kGumboDefaultOptions, output);
    }
    return elements;
}

std::size_t make_articles(const std::vector<std::string>& paths) {
    const FilterSet no_filters;
    ForeignReaders readers(no_filters, kMaxBytes);
    std::size_t articles = 0;
    read_pages(paths, [&](RawRecord record) {
        if (make_article(std::move(record), readers)) ++articles;
    });
    return articles;
}

double seconds_of(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::string> paths(argv + 1, argv + argc);
    std::string once;
    if (paths.size() > 2 && paths[0] == "--once") {
        once = paths[1];
        paths.erase(paths.begin(), paths.begin() + 2);
    }
    if (paths.empty()) {
        std::fputs("usage: sitrep_bench_extraction [--once gumbo|article] PAGE...\n", stderr);
        return 2;
    }
    std::vector<std::string> texts;
    std::size_t bytes = 0;
    read_pages(paths, [&](RawRecord record) {
        texts.push_back(decode(record.bytes, record.charset).text);
        bytes += texts.back().size();
    });
    if (once == "gumbo") return parse_alone(texts) == 0 ? 1 : 0;
    if (once == "article") return make_articles(paths) == 0 ? 1 : 0;
    double gumbo = 1e9;
    double ours = 1e9;
    std::size_t articles = 0;
    for (int round = 0; round < kRounds; ++round) {
        gumbo = std::min(gumbo, seconds_of([&texts] { parse_alone(texts); }));
        ours = std::min(ours, seconds_of([&] { articles = make_articles(paths); }));
    }
    const auto pages = static_cast<double>(paths.size());
    std::printf("%zu pages, %.1f MB, %zu articles\n", paths.size(),
                static_cast<double>(bytes) / 1e6, articles);
    std::printf("gumbo alone                     %7.2f ms a page\n", gumbo * 1e3 / pages);
    std::printf("read, decode, extract and clean %7.2f ms a page, %.2f times gumbo\n",
                ours * 1e3 / pages, ours / gumbo);
    return 0;
}
