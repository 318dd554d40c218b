#include "indexer/source/saved_folder.hpp"

#include "base/strings.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

constexpr std::string_view kOtherForm = "is another form of the page beside it";

/// As browsers name it in the languages they speak.
constexpr std::array<std::string_view, 14> kFolderEndings = {
    "_files",     "-Dateien", "_fichiers", "_archivos", "_file",      "_arquivos", "_ficheiros",
    "_bestanden", "_pliki",   "-filer",    "_soubory",  "_tiedostot", "_dosyalar", ".files"};

constexpr std::array<std::string_view, 3> kPageEndings = {".html", ".htm", ".xhtml"};

/// What ArchiveBox keeps of one page, the best first: the page as a browser saw it with its
/// metadata, then what other extractors made of it.
constexpr std::array<std::string_view, 6> kSnapshotForms = {
    "singlefile.html", "output.html", "readability", "mercury", "warc", "htmltotext.txt"};

bool holds(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// `1609459200` or `1609459200.123`.
bool is_snapshot_name(std::string_view folder) {
    constexpr std::size_t kDigits = 10;
    return folder.size() >= kDigits &&
           folder.find_first_not_of("0123456789.") == std::string_view::npos;
}

/// The form to read of an ArchiveBox snapshot; empty when the folder is none.
std::string_view best_form(std::string_view folder, const std::vector<std::string>& names) {
    if (!is_snapshot_name(folder) || !holds(names, "index.json")) return {};
    const auto form = std::find_if(kSnapshotForms.begin(), kSnapshotForms.end(),
                                   [&names](std::string_view name) { return holds(names, name); });
    return form == kSnapshotForms.end() ? std::string_view() : *form;
}

/// In the folders of its two extractors ArchiveBox keeps the text as HTML, as plain text, and
/// without.
bool is_extractors_twin(std::string_view folder, const std::vector<std::string>& names,
                        std::string_view name) {
    const bool extractor = folder == "readability" || folder == "mercury";
    return extractor && holds(names, "content.html") && name != "content.html" &&
           (name == "content.txt" || name == "article.json");
}

/// Whether a folder that `name` lies in has a page's stem, and that is `wanted`.
template <class Wanted>
bool any_stem_above(std::string_view name, Wanted wanted) {
    for (std::size_t slash = name.find('/'); slash != std::string_view::npos;
         slash = name.find('/', slash + 1)) {
        const std::string_view stem = stem_of_page_folder(name.substr(0, slash));
        if (!stem.empty() && wanted(stem)) return true;
    }
    return false;
}

}  // namespace

std::string_view stem_of_page_folder(std::string_view name) {
    for (const std::string_view ending : kFolderEndings) {
        if (name.size() > ending.size() && name.ends_with(ending))
            return name.substr(0, name.size() - ending.size());
    }
    return {};
}

bool is_page_of(std::string_view file_name, std::string_view stem) {
    if (!file_name.starts_with(stem)) return false;
    const std::string_view rest = file_name.substr(stem.size());
    return std::any_of(kPageEndings.begin(), kPageEndings.end(), [rest](std::string_view ending) {
        return equals_ignoring_case(rest, ending);
    });
}

void PageFolders::see(std::string_view name) {
    const std::string_view stem = name.substr(0, name.rfind('.'));
    if (is_page_of(name, stem)) stems_.emplace(stem);
}

bool PageFolders::holds(std::string_view name) const {
    return any_stem_above(
        name, [this](std::string_view stem) { return stems_.contains(std::string(stem)); });
}

bool PageFolders::may_hold(std::string_view name) {
    return any_stem_above(name, [](std::string_view) { return true; });
}

std::vector<std::string_view> reasons_to_leave(std::string_view folder,
                                               const std::vector<std::string>& names) {
    std::vector<std::string_view> reasons(names.size());
    const std::string_view best = best_form(folder, names);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if ((!best.empty() && names[i] != best) || is_extractors_twin(folder, names, names[i])) {
            reasons[i] = kOtherForm;
        } else if (const std::string_view stem = stem_of_page_folder(names[i]); !stem.empty()) {
            // In order of bytes the pages of a stem stand together, from its first on.
            const auto begin = std::lower_bound(names.begin(), names.end(), stem);
            const auto has_stem = [stem](const std::string& name) {
                return name.starts_with(stem);
            };
            const auto end = std::find_if_not(begin, names.end(), has_stem);
            if (std::any_of(begin, end,
                            [stem](const auto& name) { return is_page_of(name, stem); }))
                reasons[i] = kPartOfPage;
        }
    }
    return reasons;
}

}  // namespace sitrep
