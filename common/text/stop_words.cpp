#include "text/stop_words.hpp"

#include "base/file.hpp"
#include "base/strings.hpp"

namespace sitrep {

StopWords StopWords::parse(std::string_view text) {
    StopWords list;
    for (const std::string_view line : split(text, '\n')) {
        const std::string_view word = trimmed(line.substr(0, line.find('#')));
        if (!word.empty()) list.words_.emplace(word);
    }
    return list;
}

Result<StopWords> StopWords::load_shipped() {
    constexpr std::uint64_t kMaxBytes = 1 << 20;
    const Result<std::string> path = shipped_file("stopwords/en.txt");
    if (!path) return path.error();
    const Result<FileContent> file = read_file(*path, kMaxBytes);
    if (!file) return Error{ErrorCode::Io, *path + " " + file.error().message};
    return parse(file->bytes);
}

}  // namespace sitrep
