#include "store/database_lines.hpp"

#include "store/line_terms.hpp"
#include "store/xapian_door.hpp"

#include <utility>

namespace sitrep {

bool DatabaseLines::holds(LineFingerprint line) const {
    constexpr int kTries = 5;
    const std::unique_lock<std::mutex> held = lock();
    if (!on_) return false;
    if (furniture_.contains(line)) return true;
    if (others_.contains(line)) return false;
    Result<bool> answer = false;
    for (int tries = 0; tries < kTries; ++tries) {
        answer = through_xapian(path_, [&] {
            if (tries > 0) database_->reopen();
            return line_terms::is_furniture(*database_, line);
        });
        if (answer || answer.error().code != ErrorCode::Overtaken) break;
    }
    if (!answer) {
        trouble_ = answer.error();
        return false;
    }
    (*answer ? furniture_ : others_).insert(line);
    return *answer;
}

void DatabaseLines::learn(bool on) {
    const std::unique_lock<std::mutex> held = lock();
    on_ = on;
}

void DatabaseLines::forget() {
    const std::unique_lock<std::mutex> held = lock();
    furniture_.clear();
    others_.clear();
}

void DatabaseLines::changed() { others_.clear(); }

std::optional<Error> DatabaseLines::take_trouble() {
    const std::unique_lock<std::mutex> held = lock();
    return std::exchange(trouble_, std::nullopt);
}

}  // namespace sitrep
