#include "store/statistics.hpp"

#include "base/disk_space.hpp"
#include "model/fields.hpp"
#include "model/stored_article.hpp"
#include "store/database_folder.hpp"
#include "store/document_seal.hpp"
#include "store/each_term.hpp"
#include "store/file_catalog.hpp"
#include "store/live_database.hpp"
#include "store/schema.hpp"
#include "store/table_check.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace sitrep {
namespace {

constexpr std::size_t kTop = 10;
constexpr std::size_t kYearDigits = 4;
using Counts = std::unordered_map<std::string, std::uint64_t>;

NameCounts most_frequent(const Counts& counts) {
    NameCounts names;
    names.top.assign(counts.begin(), counts.end());
    std::sort(names.top.begin(), names.top.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    for (std::size_t i = kTop; i < names.top.size(); ++i) {
        ++names.other_names;
        names.other_articles += names.top[i].second;
    }
    if (names.top.size() > kTop) names.top.resize(kTop);
    return names;
}

/// What has no name is what the named ones leave.
void add_nameless(Counts& counts, std::uint64_t all) {
    for (const auto& [name, count] : counts) all -= std::min(all, count);
    if (all != 0) counts[""] += all;
}

Counts count_languages(const Xapian::Database& database) {
    Counts counts;
    each_term(database, std::string(field_row(Field::Language).prefix),
              [&](std::string_view language, const Xapian::TermIterator& at) {
                  counts[std::string(language)] = at.get_termfreq();
              });
    add_nameless(counts, database.get_doccount());
    return counts;
}

Counts count_years(const Xapian::Database& database) {
    constexpr auto kDate = static_cast<Xapian::valueno>(Slot::Date);
    Counts counts;
    for (auto day = database.valuestream_begin(kDate); day != database.valuestream_end(kDate);
         ++day)
        ++counts[(*day).substr(0, kYearDigits)];
    add_nameless(counts, database.get_doccount());
    return counts;
}

std::uint64_t text_bytes(const Article& article) {
    std::uint64_t bytes = article.header.title.size() + article.header.deck.size();
    for (const Section& section : article.sections) {
        bytes += section.heading.size();
        for (const std::string& paragraph : section.paragraphs) bytes += paragraph.size();
    }
    return bytes;
}

/// What only the articles themselves say.
void read_articles(const Xapian::Database& database, const Progress& progress, Statistics& out) {
    constexpr std::uint64_t kStep = 1024;
    Counts outlets;
    Counts sections;
    std::uint64_t done = 0;
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
        if (done++ % kStep == 0 && !progress("articles", done, out.articles)) throw Stopped{};
        const std::string data = database.get_document(*at).get_data();
        const auto stored = decode_stored_article(seal::article_in(data));
        if (!stored) continue;  // --verify tells
        ++outlets[stored->article.header.outlet];
        ++sections[stored->article.header.section];
        out.text_bytes += text_bytes(stored->article);
    }
    out.outlets = most_frequent(outlets);
    out.sections = most_frequent(sections);
}

void read_files(const LiveDatabases& live, Statistics& out) {
    const FileCatalog catalog = FileCatalog::read(live.members);
    std::map<std::string, RootStatistics> roots;
    for (const auto& [id, path] : catalog.roots()) roots[id].path = path;
    for (const FileCatalog::File& file : catalog.files()) {
        RootStatistics& root = roots[file.key.root];
        ++root.files;
        root.articles += file.state.documents;
        out.failed_files += file.state.failed != 0 ? 1 : 0;
        out.failed_records += file.state.failed;
        if (!file.state.stale) continue;
        ++out.stale_files;
        out.stale_articles += file.state.documents;
    }
    out.files = catalog.files().size();
    for (auto& [id, root] : roots) out.roots.push_back(std::move(root));
}

/// Sums over shards.
void add_tables(const std::string& path, std::vector<std::pair<std::string, std::uint64_t>>& all) {
    const Result<std::string> generation = live_generation(path);
    if (!generation) return;
    for (const auto& [name, bytes] : table_sizes(*generation)) {
        const auto same = std::find_if(all.begin(), all.end(), [&wanted = name](const auto& table) {
            return table.first == wanted;
        });
        same == all.end() ? void(all.emplace_back(name, bytes)) : void(same->second += bytes);
    }
}

Statistics statistics_of(const LiveDatabases& live, const Progress& progress) {
    const Xapian::Database& database = live.all;
    Statistics out;
    out.articles = database.get_doccount();
    out.runs = decode_runs(live.first().get_metadata(schema::kRunsKey));
    try {
        read_files(live, out);
        out.languages = most_frequent(count_languages(database));
        out.years = most_frequent(count_years(database));
        read_articles(database, progress, out);
    } catch (const Stopped&) {
        out.stopped = true;
    }
    return out;
}

}  // namespace

Result<Statistics> statistics_of_database(const std::string& path, const Progress& progress) {
    return on_live_databases(path, [&](const LiveDatabases& live) -> Result<Statistics> {
        Statistics made = statistics_of(live, progress);
        for (const std::string& member : live.paths) add_tables(member, made.tables);
        return made;
    });
}

}  // namespace sitrep
