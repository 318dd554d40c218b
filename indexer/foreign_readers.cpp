#include "indexer/foreign_readers.hpp"

#include "base/byte_order_mark.hpp"
#include "base/file.hpp"
#include "base/hash.hpp"
#include "base/strings.hpp"
#include "indexer/interrupt.hpp"
#include "indexer/source/file_type.hpp"
#include "indexer/worker/packed_page.hpp"

#include <mutex>
#include <shared_mutex>
#include <utility>

namespace sitrep {
namespace {

/// Whether text begins as HTML does: a tag, a declaration or a comment.
bool is_markup(std::string_view text) {
    text.remove_prefix(byte_order_mark(text));
    text = trimmed(text);
    return text.size() > 2 && text[0] == '<' &&
           (is_ascii_alpha(text[1]) || text[1] == '!' || text[1] == '?');
}

/// A filter ends what its command leaves behind by looking at all our children (AdoptedProcesses):
/// while one runs, other threads start and end none.
std::shared_mutex& children() {
    static std::shared_mutex mutex;
    return mutex;
}

}  // namespace

std::vector<std::string> FilterSet::endings() const {
    std::vector<std::string> all;
    for (const Filter& filter : filters)
        all.insert(all.end(), filter.endings().begin(), filter.endings().end());
    return all;
}

const Filter* FilterSet::of(std::string_view ending) const {
    const Filter* found = nullptr;
    for (const Filter& filter : filters) {
        for (const std::string& own : filter.endings()) {
            if (own == ending) found = &filter;
        }
    }
    return found;
}

std::string FilterSet::fingerprint(std::string_view file_name) const {
    if (filters.empty()) return {};
    const std::optional<FileType> type = file_type_of(file_name, endings());
    if (!type) return {};
    if (const Filter* filter = of(type->filtered)) return hash_hex(filter->option());
    if (!type->nests) return {};
    std::string all;
    for (const Filter& filter : filters) all += filter.option() + '\n';
    return hash_hex(all);
}

ForeignReaders::ForeignReaders(const FilterSet& filters, std::uint64_t max_record_bytes)
    : filters_(filters) {
    limits_.time = filters.time;
    limits_.output_bytes = max_record_bytes;
}

Result<ExtractedPage> ForeignReaders::read_pdf(const std::string& bytes) {
    const std::shared_lock held(children());
    if (!reader_) {
        const Result<std::string> program = helper_program("sitrep-reader");
        if (!program)
            return Error{ErrorCode::Transient, program.error().message, program.error().hint};
        reader_.emplace(std::vector<std::string>{*program}, WorkerLimits{}, interrupted);
    }
    Result<std::string> answer = reader_->ask({"p", bytes});
    if (!answer) {
        return Error{answer.error().code, "PDF reader: " + answer.error().message,
                     answer.error().hint};
    }
    return unpacked_page(*answer);
}

Result<RawRecord> ForeignReaders::filtered(RawRecord record) {
    const Filter* filter = filters_.of(record.ending);
    if (filter == nullptr) return Error{ErrorCode::BadInput, std::string(kUnreadKind)};
    const std::scoped_lock held(children());
    const bool is_file =
        record.origin.place == Place{} && ascii_lower(record.origin.path).ends_with(record.ending);
    Result<std::string> text =
        filter->run(record.bytes, is_file ? absolute_path(record.origin.path) : std::string(),
                    record.ending, limits_, interrupted);
    if (!text) return text.error();
    record.format = is_markup(*text) ? Format::Html : Format::Text;
    record.bytes = *std::move(text);
    record.charset = "utf-8";
    return record;
}

}  // namespace sitrep
