// What it costs to turn a saved page into an article, beside what gumbo alone costs to parse it:
// the same pages, on one core, in turn.
//
// usage: sitrep_bench_extraction [--once gumbo|article] PAGE...     HTML files, gzipped or not
//
// --once runs one side once and prints nothing: for callgrind.
#include "base/file.hpp"
#include "indexer/article_maker.hpp"
#include "indexer/extract/extractor.hpp"
#include "indexer/source/gzip.hpp"
#include "text/charset.hpp"

#include <gumbo.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace sitrep;

constexpr std::uint64_t kMaxBytes = std::uint64_t{32} << 20;
constexpr int kRounds = 5;

std::string content_of(const std::string& path) {
    Result<FileContent> content = read_file(path, kMaxBytes);
    if (!content) return {};
    if (!path.ends_with(".gz")) return std::move(content->bytes);
    Result<std::string> unpacked = gunzip(content->bytes, kMaxBytes);
    return unpacked ? *std::move(unpacked) : std::string();
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
    std::size_t articles = 0;
    for (const std::string& path : paths) {
        RawRecord record;
        record.origin.path = path;
        record.format = Format::Html;
        record.bytes = content_of(path);
        if (make_article(std::move(record))) ++articles;
    }
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
    for (const std::string& path : paths) {
        texts.push_back(decode(content_of(path)).text);
        bytes += texts.back().size();
    }
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
