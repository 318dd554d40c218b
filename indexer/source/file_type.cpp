#include "indexer/source/file_type.hpp"

#include "base/strings.hpp"
#include "indexer/extract/extractor.hpp"
#include "indexer/source/archive.hpp"
#include "indexer/source/feed.hpp"
#include "indexer/source/json_lines.hpp"
#include "indexer/source/json_records.hpp"
#include "indexer/source/mail.hpp"
#include "indexer/source/warc.hpp"

#include <array>

namespace sitrep {
namespace {

/// THE table of containers: files that hold many articles, and who cuts them into records.
struct ContainerRow {
    std::string_view ending;
    std::string_view media_type;
    ContainerReader read;
    bool nests;  ///< its members may be containers in turn
};

constexpr std::array<ContainerRow, 15> kContainers = {{
    {".json", "application/json", read_json_records, false},
    {".jsonl", "application/x-ndjson", read_json_lines, false},
    {".ndjson", "", read_json_lines, false},
    {".rss", "application/rss+xml", read_feed, false},
    {".atom", "application/atom+xml", read_feed, false},
    {".rdf", "application/rdf+xml", read_feed, false},
    {".xml", "text/xml", read_feed, false},
    {"", "application/xml", read_feed, false},
    {".tar", "application/x-tar", read_tar, true},
    {".warc", "application/warc", read_warc, true},
    {".zip", "application/zip", read_zip, true},
    {".eml", "message/rfc822", read_mail, true},
    {".mbox", "application/mbox", read_mailbox, true},
    {".mhtml", "multipart/related", read_mhtml, false},
    {".mht", "", read_mhtml, false},
}};

struct PackingRow {
    std::string_view ending;
    Packing packing;
    std::string_view inside;  ///< what the ending stands for besides
};

constexpr std::array<PackingRow, 8> kPackings = {{
    {".gz", Packing::Gzip, ""},
    {".zst", Packing::Zstd, ""},
    {".xz", Packing::Xz, ""},
    {".bz2", Packing::Bzip2, ""},
    {".tgz", Packing::Gzip, ".tar"},
    {".tzst", Packing::Zstd, ".tar"},
    {".txz", Packing::Xz, ".tar"},
    {".tbz2", Packing::Bzip2, ".tar"},
}};

/// Takes the packings off the end of `name`, which is in lower case.
std::vector<Packing> take_packings(std::string& name) {
    constexpr std::size_t kMost = 3;
    std::vector<Packing> packings;
    for (std::size_t i = 0; i < kPackings.size() && packings.size() <= kMost; ++i) {
        const PackingRow& row = kPackings[i];
        if (name.size() <= row.ending.size() || !name.ends_with(row.ending)) continue;
        name.resize(name.size() - row.ending.size());
        name += row.inside;
        packings.push_back(row.packing);
        i = static_cast<std::size_t>(-1);  // from the first row again
    }
    if (packings.size() > kMost) name.clear();
    return packings;
}

std::optional<FileType> page_type(std::optional<Format> format) {
    if (!format) return std::nullopt;
    FileType type;
    type.format = *format;
    return type;
}

}  // namespace

std::optional<FileType> file_type_of(std::string_view file_name,
                                     const std::vector<std::string>& filtered) {
    std::string name = ascii_lower(file_name);
    const std::vector<Packing> packed = take_packings(name);
    std::optional<FileType> type = page_type(format_of(name));
    for (const ContainerRow& row : kContainers) {
        if (row.ending.empty() || name.size() <= row.ending.size()) continue;
        if (!name.ends_with(row.ending)) continue;
        type = FileType{{}, row.read, row.nests, Format::Text};
    }
    for (const std::string& ending : filtered) {
        if (name.size() <= ending.size() || !name.ends_with(ending)) continue;
        type = FileType{{}, nullptr, false, Format::Filtered, ending};
        break;
    }
    if (type) type->packed = packed;
    return type;
}

std::optional<FileType> file_type_of_media(std::string_view media_type) {
    const std::string name = ascii_lower(trimmed(media_type.substr(0, media_type.find(';'))));
    if (name.empty()) return std::nullopt;
    for (const ContainerRow& row : kContainers) {
        if (row.media_type == name && !name.empty())
            return FileType{{}, row.read, row.nests, Format::Text};
    }
    return page_type(format_of_media(name));
}

}  // namespace sitrep
