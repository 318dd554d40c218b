#include "text/dictionary_breaker.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

namespace sitrep {

struct DictionaryBreaker::State {
    std::unique_ptr<icu::BreakIterator> iterator;
    UText text = UTEXT_INITIALIZER;

    State() {
        UErrorCode status = U_ZERO_ERROR;
        iterator.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
        if (U_FAILURE(status)) iterator.reset();
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { utext_close(&text); }
};

DictionaryBreaker::DictionaryBreaker() = default;
DictionaryBreaker::DictionaryBreaker(DictionaryBreaker&&) noexcept = default;
DictionaryBreaker& DictionaryBreaker::operator=(DictionaryBreaker&&) noexcept = default;
DictionaryBreaker::~DictionaryBreaker() = default;

const std::vector<std::size_t>& DictionaryBreaker::ends(std::string_view run) {
    ends_.clear();
    if (!state_) state_ = std::make_unique<State>();
    UErrorCode status = U_ZERO_ERROR;
    if (state_->iterator) {
        utext_openUTF8(&state_->text, run.data(), static_cast<std::int64_t>(run.size()), &status);
        state_->iterator->setText(&state_->text, status);
    }
    if (state_->iterator && U_SUCCESS(status)) {
        state_->iterator->first();
        for (std::int32_t end = state_->iterator->next(); end != icu::BreakIterator::DONE;
             end = state_->iterator->next()) {
            ends_.push_back(static_cast<std::size_t>(end));
        }
    }
    if (ends_.empty() || ends_.back() != run.size()) ends_.push_back(run.size());
    return ends_;
}

}  // namespace sitrep
