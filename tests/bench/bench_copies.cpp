// Which copies are found, and which other stories are taken for copies.
//
// usage: sitrep_bench_copies [--pairs] FEED...     JSON Lines with `id`, `title` and `text`
//   Edits articles of the feeds as syndication does, by up to a fifth and by a fifth, and says how
//   many of these copies are found, by each of the three looks. Then says how many pairs there are
//   among the articles themselves; --pairs prints them, so that somebody can read them: the
//   resemblance by signature, the ids and headlines.
#include "bench/feed.hpp"
#include "text/copy_profile.hpp"
#include "text/copy_sketch.hpp"

#include <algorithm>
#include <cstdio>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <unordered_map>

namespace {

using namespace sitrep;
using Words = std::vector<std::string>;

struct Seen {
    const StoredArticle* stored = nullptr;
    std::string signature;
    std::vector<std::string> terms;
    CopyProfile profile;
};

Seen see(const Article& article, Analyzer& analyzer) {
    CopySketch sketch;
    for (const std::string& paragraph : article.sections[0].paragraphs)
        sketch.add(analyzer.analyze(paragraph));
    return {nullptr, sketch.signature(), sketch.band_terms(), CopyProfile(article, analyzer)};
}

Words words_of(const Article& article) {
    Words words;
    for (const std::string& paragraph : article.sections[0].paragraphs) {
        for (std::size_t at = 0; at < paragraph.size();) {
            const std::size_t end = std::min(paragraph.find(' ', at), paragraph.size());
            if (end > at) words.push_back(paragraph.substr(at, end - at));
            at = end + 1;
        }
    }
    return words;
}

Article article_of(const Words& words) {
    Article article;
    std::string text;
    for (const std::string& word : words) text += word + " ";
    article.sections = {{"", {text}}};
    return article;
}

std::mt19937 random_numbers(20261129);  // NOLINT: the same edits every time

std::size_t below(std::size_t end) { return random_numbers() % end; }
double up_to(double most) { return std::uniform_real_distribution<>(0, most)(random_numbers); }
char letter() { return static_cast<char>('a' + below(26)); }

/// Two letters changed places, one dropped, another or one more.
void misspell(std::string& word) {
    const std::size_t at = below(word.size());
    switch (below(4)) {
        case 0:
            std::swap(word[at], word[(at + 1) % word.size()]);
            break;
        case 1:
            word.erase(at, word.size() > 1 ? 1 : 0);
            break;
        case 2:
            word[at] = letter();
            break;
        default:
            word.insert(at, 1, letter());
    }
}

Words with_typos(Words words, double share) {
    for (std::string& word : words) {
        if (up_to(1) < share) misspell(word);
    }
    return words;
}

Words tagged(const Words& words) {
    Words out = {"WASHINGTON", "(AP)", "—"};
    out.insert(out.end(), words.begin(), words.end());
    return out;
}

Words without(const Words& words, double head, double tail) {
    const auto part = [&](double share) {
        return static_cast<std::ptrdiff_t>(share * static_cast<double>(words.size()));
    };
    return {words.begin() + part(head), words.end() - part(tail)};
}

struct Edit {
    const char* name;
    std::function<Words(const Words&, double)> make;
};

const std::vector<Edit>& edits() {
    static const std::vector<Edit> kEdits = {
        {"agency tag", [](const Words& w, double) { return tagged(w); }},
        {"tail cut", [](const Words& w, double s) { return without(w, 0, s); }},
        {"head cut", [](const Words& w, double s) { return without(w, s, 0); }},
        {"typos", with_typos},
        {"tag, half cut, half typos",
         [](const Words& w, double s) { return tagged(with_typos(without(w, 0, s / 2), s / 2)); }},
        {"tag, cut and as many typos",
         [](const Words& w, double s) { return tagged(with_typos(without(w, 0, s), s)); }}};
    return kEdits;
}

bool share_a_term(const Seen& one, const Seen& other) {
    return std::any_of(one.terms.begin(), one.terms.end(), [&](const std::string& term) {
        return std::find(other.terms.begin(), other.terms.end(), term) != other.terms.end();
    });
}

bool are_copies(const Seen& one, const Seen& other) {
    const double resemblance = CopySketch::resemblance(one.signature, other.signature);
    return resemblance >= CopySketch::kSure ||
           (resemblance >= CopySketch::kWorthReading && one.profile.is_copy_of(other.profile));
}

void print_recall(const std::vector<Seen>& seen, bool up_to_a_fifth, Analyzer& analyzer) {
    constexpr std::size_t kStories = 2000;
    constexpr double kFifth = 0.2;
    const std::size_t step = std::max<std::size_t>(1, seen.size() / kStories);
    std::printf("edits %s a fifth\n", up_to_a_fifth ? "by up to" : "by");
    for (const Edit& edit : edits()) {
        double tried = 0;
        double candidates = 0;
        double read = 0;
        double found = 0;
        for (std::size_t i = 0; i < seen.size(); i += step) {
            const double share = up_to_a_fifth ? up_to(kFifth) : kFifth;
            const Words words = words_of(seen[i].stored->article);
            const Seen copy = see(article_of(edit.make(words, share)), analyzer);
            if (copy.signature.empty()) continue;
            ++tried;
            const bool candidate = share_a_term(seen[i], copy);
            candidates += candidate ? 1 : 0;
            read += are_copies(seen[i], copy) ? 1 : 0;
            found += candidate && are_copies(seen[i], copy) ? 1 : 0;
        }
        std::printf("  %-28s found %.3f   (share a term %.3f, read as copies %.3f)\n", edit.name,
                    found / tried, candidates / tried, read / tried);
    }
}

/// Pairs that share a term, each once.
template <class Use>
void each_candidate(const std::vector<Seen>& seen, const Use& use) {
    std::unordered_map<std::string, std::vector<std::size_t>> holders;
    for (std::size_t i = 0; i < seen.size(); ++i) {
        std::vector<std::size_t> others;
        for (const std::string& term : seen[i].terms) {
            std::vector<std::size_t>& holding = holders[term];
            others.insert(others.end(), holding.begin(), holding.end());
            holding.push_back(i);
        }
        std::sort(others.begin(), others.end());
        others.erase(std::unique(others.begin(), others.end()), others.end());
        for (const std::size_t other : others) use(seen[other], seen[i]);
    }
}

void print_pairs(const std::vector<Seen>& seen, bool each) {
    std::size_t candidates = 0;
    std::size_t read = 0;
    std::multimap<double, std::pair<const Seen*, const Seen*>> copies;
    each_candidate(seen, [&](const Seen& one, const Seen& other) {
        ++candidates;
        const double resemblance = CopySketch::resemblance(one.signature, other.signature);
        read += resemblance >= CopySketch::kWorthReading && resemblance < CopySketch::kSure;
        if (are_copies(one, other)) copies.insert({resemblance, {&one, &other}});
    });
    std::printf(
        "%zu articles of 60 words or more: %zu pairs share a term, %zu are read, %zu are "
        "copies\n",
        seen.size(), candidates, read, copies.size());
    if (!each) return;
    for (const auto& [resemblance, pair] : copies) {
        const ArticleHeader& one = pair.first->stored->article.header;
        const ArticleHeader& other = pair.second->stored->article.header;
        std::printf("%.2f %s %s | %s %s\n", resemblance, one.id.c_str(), other.id.c_str(),
                    one.title.c_str(), other.title.c_str());
    }
}

}  // namespace

int main(int count, char** arguments) {
    std::vector<StoredArticle> articles;
    bool each = false;
    for (int i = 1; i < count; ++i) {
        each = each || std::string(arguments[i]) == "--pairs";
        for (StoredArticle& one : bench::read_feed(arguments[i]))
            articles.push_back(std::move(one));
    }
    Analyzer analyzer = *Analyzer::create(AnalyzerConfig::current());
    std::vector<Seen> seen;
    for (const StoredArticle& stored : articles) {
        seen.push_back(see(stored.article, analyzer));
        seen.back().stored = &stored;
        if (seen.back().signature.empty()) seen.pop_back();
    }
    if (seen.empty()) {
        std::fputs("usage: sitrep_bench_copies [--pairs] FEED...   (no article read)\n", stderr);
        return 2;
    }
    print_recall(seen, true, analyzer);
    print_recall(seen, false, analyzer);
    print_pairs(seen, each);
    return 0;
}
