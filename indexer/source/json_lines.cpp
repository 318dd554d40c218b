#include "indexer/source/json_lines.hpp"

#include "base/byte_order_mark.hpp"
#include "base/size_limit.hpp"
#include "base/strings.hpp"
#include "indexer/source/line_parts.hpp"

#include <algorithm>
#include <utility>

namespace sitrep {
namespace {

/// Puts lines together from pieces.
class LineReader {
  public:
    LineReader(const Origin& origin, Reading& reading) : origin_(origin), reading_(reading) {}

    void add(std::string_view bytes) {
        too_large_ = too_large_ || bytes.size() > reading_.limits().record_bytes - line_.size();
        if (too_large_) {
            line_ = {};
        } else {
            line_ += bytes;
        }
    }

    void end_line() {
        ++number_;
        if (number_ == 1) line_.erase(0, byte_order_mark(line_));
        if (too_large_) {
            reading_.failure(origin_.at(number_), too_large(reading_.limits().record_bytes));
        } else if (!trimmed(line_).empty()) {
            reading_.record({origin_.at(number_), Format::Json, std::exchange(line_, {})});
        }
        line_.clear();
        too_large_ = false;
    }

  private:
    const Origin& origin_;
    Reading& reading_;
    std::string line_;
    std::uint64_t number_ = 0;
    bool too_large_ = false;
};

}  // namespace

void read_json_lines(const Origin& origin, ByteSource& source, Reading& reading) {
    LineReader lines(origin, reading);
    if (read_line_parts(origin, source, reading, lines)) lines.end_line();
}

}  // namespace sitrep
