#include "search/fragment_picker.hpp"

#include "base/utf8.hpp"
#include "search/text_window.hpp"
#include "text/sentences.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <tuple>

namespace sitrep {
namespace {

/// So few bytes between two fragments are shown rather than left out.
constexpr std::size_t kSmallGap = 40;

// What a candidate is worth. A new word outweighs everything but the section asked for.
constexpr double kNewWord = 10;
constexpr double kShownWord = 1;
constexpr double kPhrase = 5;
constexpr double kCloseness = 4;  ///< two words touching; half when kCloseBytes apart
constexpr double kCloseBytes = 80;
constexpr double kEarliness = 2;  ///< at the article's beginning; half after kEarlyBytes
constexpr double kEarlyBytes = 1000;
constexpr double kPreferredFirst = 1000;
constexpr double kPreferredLater = 15;
constexpr double kHeading = 0.5;  ///< headings say less than sentences: a factor

struct Candidate {
    std::size_t text = 0;
    ByteRange sentence;
    std::span<const TermMatch> matches;
    bool used = false;  ///< picked, or says what one that is picked says
};

class Picker {
  public:
    Picker(const std::vector<MarkedText>& texts, std::size_t word_count, std::size_t max_fragments,
           std::size_t target_bytes)
        : texts_(texts),
          shown_(word_count, false),
          seen_at_(word_count, 0),
          max_fragments_(max_fragments),
          target_(std::max<std::size_t>(target_bytes, 40)) {}

    PickedFragments run() {
        for (std::size_t i = 0; i < texts_.size(); ++i) add_candidates(i);
        std::vector<Candidate> picked = pick();
        if (picked.empty()) return {};
        PickedFragments result;
        result.best_text = picked.front().text;
        std::sort(picked.begin(), picked.end(), [](const Candidate& a, const Candidate& b) {
            return std::tie(a.text, a.sentence.begin) < std::tie(b.text, b.sentence.begin);
        });
        result.fragments = cut_to_size(picked);
        grow(result.fragments);
        join_touching(result.fragments);
        return result;
    }

  private:
    void add_candidates(std::size_t number) {
        const MarkedText& marked = texts_[number];
        if (marked.matches.empty()) return;
        const std::span<const TermMatch> all(marked.matches);
        std::size_t begin = 0;
        std::size_t first = 0;
        for (const std::size_t end : sentence_ends(marked.text)) {
            std::size_t last = first;
            while (last < all.size() && all[last].range.begin < end) ++last;
            if (last > first) {
                candidates_.push_back(
                    {number, {begin, end}, all.subspan(first, last - first), false});
            }
            first = last;
            begin = end;
        }
    }

    std::vector<Candidate> pick() {
        std::vector<Candidate> picked;
        std::size_t bytes = 0;
        while (picked.size() < max_fragments_) {
            Candidate* best = nullptr;
            double best_score = 0;
            for (Candidate& candidate : candidates_) {
                if (candidate.used) continue;
                const double worth = score(candidate, picked.empty());
                if (best == nullptr || worth > best_score) best = &candidate;
                best_score = std::max(best_score, worth);
            }
            if (best == nullptr) break;
            const bool room = bytes < target_ / 2;
            if (!picked.empty() && !room && !shows_new_word(*best)) break;
            for (const TermMatch& match : best->matches) shown_[match.word] = true;
            bytes += best->sentence.end - best->sentence.begin;
            picked.push_back(*best);
            const std::string_view shown = text_of(picked.back());
            for (Candidate& candidate : candidates_) {
                if (text_of(candidate) == shown) candidate.used = true;
            }
        }
        return picked;
    }

    std::string_view text_of(const Candidate& candidate) const {
        const std::string_view text = texts_[candidate.text].text;
        const ByteRange range = trimmed_range(text, candidate.sentence);
        return text.substr(range.begin, range.end - range.begin);
    }

    bool shows_new_word(const Candidate& candidate) const {
        return std::any_of(candidate.matches.begin(), candidate.matches.end(),
                           [&](const TermMatch& match) { return !shown_[match.word]; });
    }

    double score(const Candidate& candidate, bool first_pick) {
        const MarkedText& marked = texts_[candidate.text];
        ++round_;
        double words = 0;
        std::size_t distinct = 0;
        for (const TermMatch& match : candidate.matches) {
            if (seen_at_[match.word] == round_) continue;
            seen_at_[match.word] = round_;
            ++distinct;
            words += shown_[match.word] ? kShownWord : kNewWord + (match.in_phrase ? kPhrase : 0);
        }
        if (distinct > 1) {
            const std::size_t from = candidate.matches.front().range.end;
            const std::size_t span = std::max(from, candidate.matches.back().range.begin) - from;
            words += kCloseness / (1 + static_cast<double>(span) / kCloseBytes);
        }
        const auto before = static_cast<double>(marked.offset + candidate.sentence.begin);
        words += kEarliness / (1 + before / kEarlyBytes);
        if (marked.heading) words *= kHeading;
        if (marked.preferred) words += first_pick ? kPreferredFirst : kPreferredLater;
        return words;
    }

    /// Sentences as they are while they fit with a third to spare; else each at most an equal
    /// share.
    std::vector<Fragment> cut_to_size(const std::vector<Candidate>& picked) const {
        std::size_t bytes = 0;
        for (const Candidate& candidate : picked)
            bytes += candidate.sentence.end - candidate.sentence.begin;
        const bool fits = bytes <= target_ + target_ / 3;
        const std::size_t share = fits ? bytes : target_ / picked.size();
        std::vector<Fragment> fragments;
        for (const Candidate& candidate : picked) {
            const std::string_view text = texts_[candidate.text].text;
            const ByteRange whole = trimmed_range(text, candidate.sentence);
            const ByteRange cut = best_window(text, whole, candidate.matches, share);
            fragments.push_back(
                {candidate.text, cut, cut.begin != whole.begin, cut.end != whole.end});
        }
        return fragments;
    }

    /// Gives room that is left to the sentences that follow; a heading to the text under it.
    void grow(std::vector<Fragment>& fragments) const {
        std::size_t bytes = 0;
        for (const Fragment& fragment : fragments)
            bytes += fragment.range.end - fragment.range.begin;
        for (std::size_t i = 0; i < fragments.size() && bytes < target_ * 2 / 3; ++i) {
            const std::size_t before = fragments[i].range.end;
            const bool last =
                i + 1 == fragments.size() || fragments[i + 1].text != fragments[i].text;
            const std::size_t limit =
                last ? texts_[fragments[i].text].text.size() : fragments[i + 1].range.begin;
            extend(fragments[i], limit, target_ - bytes);
            bytes += fragments[i].range.end - before;
        }
        const std::size_t under = fragments.back().text + 1;
        if (bytes >= target_ / 2 || under >= texts_.size()) return;
        if (texts_[under - 1].heading && !texts_[under].heading) {
            const Fragment opening = opening_of(texts_[under].text, target_ - bytes);
            if (opening.range.end > opening.range.begin) {
                fragments.push_back(opening);
                fragments.back().text = under;
            }
        }
    }

    /// Takes whole sentences up to `limit` while they fit into `room` more bytes.
    void extend(Fragment& fragment, std::size_t limit, std::size_t room) const {
        if (fragment.cut_back) return;
        const std::string_view text = texts_[fragment.text].text;
        const std::size_t from = fragment.range.end;
        for (const std::size_t end : sentence_ends(text)) {
            if (end <= from) continue;
            if (end > limit || end - from > room) break;
            fragment.range.end = end;
        }
        fragment.range = trimmed_range(text, fragment.range);
    }

    /// Fragments that touch, or leave out less than the mark that would say so is worth.
    void join_touching(std::vector<Fragment>& fragments) const {
        std::vector<Fragment> joined;
        for (const Fragment& next : fragments) {
            if (!joined.empty() && joined.back().text == next.text) {
                const std::string_view text = texts_[next.text].text;
                const ByteRange gap =
                    trimmed_range(text, {joined.back().range.end, next.range.begin});
                if (gap.end - gap.begin <= kSmallGap) {
                    joined.back().range.end = next.range.end;
                    joined.back().cut_back = next.cut_back;
                    continue;
                }
            }
            joined.push_back(next);
        }
        fragments = std::move(joined);
    }

    const std::vector<MarkedText>& texts_;
    std::vector<Candidate> candidates_;
    std::vector<bool> shown_;
    std::vector<std::size_t> seen_at_;  ///< the round in which score() last saw each word
    std::size_t round_ = 0;
    std::size_t max_fragments_;
    std::size_t target_;
};

}  // namespace

PickedFragments pick_fragments(const std::vector<MarkedText>& texts, std::size_t word_count,
                               std::size_t max_fragments, std::size_t target_bytes) {
    return Picker(texts, word_count, max_fragments, target_bytes).run();
}

Fragment opening_of(std::string_view text, std::size_t target_bytes) {
    Fragment opening;
    for (const std::size_t end : sentence_ends(text)) {
        if (end > target_bytes && opening.range.end > 0) break;
        opening.range.end = end;
    }
    const ByteRange whole = trimmed_range(text, opening.range);
    const bool fits = whole.end - whole.begin <= target_bytes + target_bytes / 3;
    opening.range = fits ? whole : best_window(text, whole, {}, target_bytes);
    opening.cut_back = opening.range.end != whole.end;
    return opening;
}

}  // namespace sitrep
