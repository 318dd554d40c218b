#include "indexer/clean/story_company.hpp"

#include "indexer/clean/cue_lines.hpp"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

namespace sitrep {
namespace {

constexpr float kDoubt = 1;      ///< below the bar, where the company may still speak for it
constexpr float kMuchDoubt = 2;  ///< the same under a heading, or for running text that goes on
constexpr float kDoubtedItems = 0.25F;  ///< the same for a list or a table
constexpr double kMaxLinks = 0.6;       ///< share of links; more speak against it
constexpr double kStoryShare = 0.5;     ///< of its other words, by which a container is the story's
constexpr std::size_t kNone = SIZE_MAX;

/// What may speak against a block.
constexpr std::uint32_t kAgainst = kFurnitureMarks | bit_of(PlaceMark::Form);

class Company {
  public:
    Company(const PageView& page, const Likelihood& likelihood, const std::vector<bool>& open,
            std::vector<bool>& kept)
        : page_(page), likelihood_(likelihood), n_(kept.size()), open_(open), kept_(kept) {
        words_.resize(n_ + 1);
        kept_words_.resize(n_ + 1);
        odds_.resize(n_ + 1);
        before_.resize(n_, kNone);
        after_.resize(n_, kNone);
        std::size_t seen = kNone;
        for (std::size_t i = 0; i < n_; ++i) {
            const std::size_t words = page.features[i].words;
            words_[i + 1] = words_[i] + words;
            kept_words_[i + 1] = kept_words_[i] + (kept[i] ? words : 0);
            odds_[i + 1] = odds_[i] + static_cast<double>(likelihood.odds[i]);
            before_[i] = seen;
            if (kept[i]) seen = i;
        }
        last_ = seen;
        seen = kNone;
        for (std::size_t i = n_; i-- > 0;) {
            after_[i] = seen;
            if (kept[i]) seen = i;
        }
        first_ = seen;
    }

    void keep() {
        if (first_ == kNone) return;
        const std::vector<bool> rows = items_to_keep();
        std::vector<bool> more(n_);
        for (std::size_t i = 0; i < n_; ++i) {
            if (is_open(i) && !kept_[i]) more[i] = rows[i] || has_company(i);
        }
        for (std::size_t i = 0; i < n_; ++i) {
            if (more[i]) kept_[i] = true;
        }
        keep_ends();
    }

  private:
    bool is_open(std::size_t i) const {
        return open_[i] && page_.features[i].link_share <= kMaxLinks &&
               cue_of(page_.features[i]) == CueKind::None;
    }

    /// Whether block `i` speaks to the reader as the site does, not as somebody the story quotes.
    bool turns_to_reader(std::size_t i) const {
        const BlockFeatures& f = page_.features[i];
        const std::string& text = page_.blocks[i].text;
        return f.addresses_reader && f.key.find(" said") == std::string::npos &&
               text.find('"') == std::string::npos && text.find("“") == std::string::npos;
    }

    /// Whether block `i` is a cell that begins with a link: the menu of a page laid out by a table.
    bool is_menu_cell(std::size_t i) const {
        const BlockPlace& place = page_.blocks[i].place;
        return place.has(PlaceMark::Cell) && place.has(PlaceMark::Linked);
    }

    /// The smallest container of block `i` that holds kept text; the level of its groups.
    std::size_t level_of_story(std::size_t i) const {
        const auto& groups = page_.blocks[i].place.groups;
        for (std::size_t level = 0; level < groups.size(); ++level) {
            if (sum(kept_words_, groups[level]) > 0) return level;
        }
        return groups.size();
    }

    /// Whether block `i` stands in more or other furniture than the kept text nearest to it.
    bool is_in_furniture(std::size_t i, const BlockRange& range) const {
        const std::size_t before = before_[i];
        const std::size_t after = after_[i];
        const bool behind = before != kNone && before >= range.begin;
        const bool ahead = after != kNone && after < range.end;
        if (!behind && !ahead) return true;
        const bool nearer_before = behind && (!ahead || i - before <= after - i);
        const std::uint32_t known = page_.blocks[nearer_before ? before : after].place.marks;
        return (page_.blocks[i].place.marks & kAgainst & ~known) != 0;
    }

    /// Whether a kept heading stands right over a container.
    bool is_headed(const BlockRange& range) const {
        return range.begin > 0 && kept_[range.begin - 1] &&
               page_.blocks[range.begin - 1].kind == BlockKind::Heading;
    }

    /// Whether block `i`, or the list or box that it stands in, is hardly doubted in a container
    /// that is the story's.
    bool has_company(std::size_t i) const {
        if (is_outside(i) && (turns_to_reader(i) || is_menu_cell(i))) return false;
        const auto& groups = page_.blocks[i].place.groups;
        const std::size_t level = level_of_story(i);
        if (level == groups.size()) return false;
        const BlockRange& held = groups[level];
        const auto others = static_cast<double>(sum(words_, held) - page_.features[i].words);
        if (static_cast<double>(sum(kept_words_, held)) < kStoryShare * others) return false;
        const double odds =
            level == 0 ? static_cast<double>(likelihood_.odds[i]) : mean_odds(groups[level - 1]);
        const float doubt = level > 0 && is_headed(groups[level - 1]) ? kMuchDoubt : kDoubt;
        return odds > static_cast<double>(likelihood_.bar - doubt) && !is_in_furniture(i, held);
    }

    /// The rows and items of tables and lists that are kept in part, and hardly doubted as a whole;
    /// a table with most of the story in it is the page's layout.
    std::vector<bool> items_to_keep() const {
        struct Items {
            std::size_t blocks = 0, items = 0, kept = 0;
            double odds = 0;
        };
        constexpr std::uint32_t kItem = bit_of(PlaceMark::ListItem) | bit_of(PlaceMark::Cell);
        const auto key = [this](std::size_t i) {
            const BlockRange& range = page_.blocks[i].place.groups[0];
            return (std::uint64_t{range.begin} << 32U) | range.end;
        };
        std::unordered_map<std::uint64_t, Items> groups;
        for (std::size_t i = 0; i < n_; ++i) {
            Items& group = groups[key(i)];
            ++group.blocks;
            if ((page_.blocks[i].place.marks & kItem) != 0) ++group.items;
            if (kept_[i]) ++group.kept;
            group.odds += static_cast<double>(likelihood_.odds[i]);
        }
        std::vector<bool> keep(n_);
        for (std::size_t i = 0; i < n_; ++i) {
            const Items& group = groups[key(i)];
            const BlockRange& range = page_.blocks[i].place.groups[0];
            const bool whole = group.items == group.blocks && group.blocks > 1 &&
                               group.blocks * 5 >= (range.end - range.begin) * std::size_t{3};
            const bool is_layout = sum(kept_words_, range) * 2 > kept_words_.back();
            keep[i] = whole && !is_layout && group.kept > 0 &&
                      group.odds / static_cast<double>(group.blocks) >
                          static_cast<double>(likelihood_.bar - kDoubtedItems);
        }
        return keep;
    }

    /// Whether block `i` is a paragraph that may go on from the kept text at `from`.
    bool goes_on(std::size_t i, std::size_t from) const {
        const BlockFeatures& f = page_.features[i];
        if (!is_open(i) || !f.prose || turns_to_reader(i) || f.link_share > kMaxLinks / 2 ||
            page_.blocks[i].kind == BlockKind::Heading ||
            likelihood_.odds[i] <= likelihood_.bar - kMuchDoubt) {
            return false;
        }
        const std::uint32_t known = page_.blocks[from].place.marks;
        return level_of_story(i) < 2 && (page_.blocks[i].place.marks & kAgainst & ~known) == 0;
    }

    /// The lead before what is kept, and what goes on behind it, as far as nothing stands between.
    void keep_ends() {
        const auto begin =
            static_cast<std::size_t>(std::find(kept_.begin(), kept_.end(), true) - kept_.begin());
        for (std::size_t i = begin; i-- > 0 && goes_on(i, begin);) kept_[i] = true;
        const auto end = n_ - static_cast<std::size_t>(
                                  std::find(kept_.rbegin(), kept_.rend(), true) - kept_.rbegin());
        for (std::size_t i = end; i < n_ && goes_on(i, end - 1); ++i) kept_[i] = true;
    }

    bool is_outside(std::size_t i) const { return i < first_ || i > last_; }

    template <typename T>
    T sum(const std::vector<T>& sums, const BlockRange& range) const {
        const std::size_t end = std::min<std::size_t>(range.end, n_);
        return sums[end] - sums[std::min<std::size_t>(range.begin, end)];
    }

    double mean_odds(const BlockRange& range) const {
        return sum(odds_, range) / static_cast<double>(std::max(range.end - range.begin, 1U));
    }

    const PageView& page_;
    const Likelihood& likelihood_;
    std::size_t n_;
    const std::vector<bool>& open_;
    std::vector<bool>& kept_;
    std::vector<std::size_t> words_, kept_words_;  // sums before each block
    std::vector<double> odds_;
    std::vector<std::size_t> before_, after_;  // the nearest kept block
    std::size_t first_ = kNone, last_ = kNone;
};

}  // namespace

void keep_company(const PageView& page, const Likelihood& likelihood, const std::vector<bool>& open,
                  std::vector<bool>& kept) {
    Company(page, likelihood, open, kept).keep();
}

}  // namespace sitrep
