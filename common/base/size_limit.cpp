#include "base/size_limit.hpp"

#include <fmt/format.h>

namespace sitrep {

Error too_large(std::uint64_t limit) {
    return {ErrorCode::TooLarge, fmt::format("is larger than the limit of {} bytes", limit),
            "raise it with --max-file-size"};
}

}  // namespace sitrep
