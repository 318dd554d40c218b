#include "indexer/extract/pasted_head.hpp"

#include "base/strings.hpp"
#include "indexer/extract/by_words.hpp"
#include "indexer/extract/credit_line.hpp"
#include "indexer/extract/dateline.hpp"
#include "indexer/extract/headline.hpp"
#include "indexer/extract/headline_row.hpp"
#include "indexer/extract/name_line.hpp"
#include "indexer/extract/person_names.hpp"
#include "text/date.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace sitrep {
namespace {

constexpr std::size_t kMaxLines = 9;

enum class Role {
    Plain,   ///< nothing yet; in the end it is the story's
    Dated,   ///< a day, and perhaps a byline
    Byline,  ///< "By ..." or names with their outlet
    Name,    ///< names alone
    Side,    ///< an outlet, a place or a unit among the credits
    Top,     ///< an outlet's name, and a section, above the headline
    Headline,
    Deck
};

struct HeadLine {
    Role role = Role::Plain;
    CreditLine credit;
    std::string outlet;
};

std::size_t small_words(std::string_view text) {
    const std::vector<std::string_view> words = split(text, ' ');
    return static_cast<std::size_t>(std::count_if(
        words.begin(), words.end(),
        [](std::string_view word) { return !word.empty() && is_ascii_lower(word.front()); }));
}

/// The day of a line that has one among names: "Harbor Wire, Jan. 5, 2024, p. 3".
std::optional<Day> day_among_names(std::string_view text) {
    constexpr std::size_t kMaxWords = 8;
    if (count_words(text) > kMaxWords || small_words(text) > 1) return std::nullopt;
    return find_day(text);
}

class HeadReader {
  public:
    explicit HeadReader(const std::vector<TextBlock>& blocks) : blocks_(blocks) {}

    bool read() {
        while (prose_ < std::min(blocks_.size(), kMaxLines) && may_be_of_head(prose_)) ++prose_;
        if (prose_ == 0 || prose_ == blocks_.size() || !is_prose_near()) return false;
        story_ = story_words(blocks_, prose_);
        lines_.resize(prose_);
        read_credits();
        return find_headline() && read_below() && !is_before_menu();
    }

    const std::vector<HeadLine>& lines() const { return lines_; }

  private:
    /// A byline below a site's name, and the bullets of its menu.
    bool is_before_menu() const {
        return blocks_[prose_].block.kind == BlockKind::ListItem &&
               std::none_of(lines_.begin(), lines_.end(),
                            [](const HeadLine& line) { return line.role == Role::Dated; });
    }

    /// A page's menu goes on for long.
    bool is_prose_near() const {
        constexpr std::size_t kReach = 16;
        const auto begin = blocks_.begin() + static_cast<std::ptrdiff_t>(prose_);
        const auto end = blocks_.begin() +
                         static_cast<std::ptrdiff_t>(std::min(blocks_.size(), prose_ + kReach));
        return std::any_of(begin, end, [](const TextBlock& one) { return is_prose(one.block); });
    }

    /// A headline may have the words and the mark of prose.
    bool may_be_of_head(std::size_t i) const {
        const Block& block = blocks_[i].block;
        if (blocks_[i].wide_gaps && !find_day(block.text)) return false;  // a row of a menu
        return is_title_like(block) && !is_link_row(block.text) && (i == 0 || !is_prose(block));
    }

    const std::string& text(std::size_t i) const { return blocks_[i].block.text; }
    bool is(std::size_t i, Role role) const { return i < prose_ && lines_[i].role == role; }
    bool is_credit(std::size_t i) const { return is(i, Role::Dated) || is(i, Role::Byline); }
    double share(std::size_t i) const { return share_in_story(text(i), story_); }

    void read_credits() {
        std::string_view story_by;
        for (std::size_t i = 0; i < prose_; ++i) {
            std::string_view line = text(i);
            if (take_words(line, "story by")) story_by = line;
            std::optional<CreditLine> credit = read_credit_line(text(i));
            if (!credit) continue;
            // American forces, who print "Story by", have the month first.
            if (credit->day && !story_by.empty() && credit->authors.empty()) {
                const auto day = find_day_in_figures(text(i), NumberOrder::MonthFirstWithPoints);
                if (day) credit->day = day;
            }
            lines_[i].role = credit->day ? Role::Dated : Role::Byline;
            lines_[i].credit = *std::move(credit);
        }
    }

    std::size_t next_plain(std::size_t i) const {
        while (i < prose_ && lines_[i].role != Role::Plain) ++i;
        return i;
    }

    bool is_apart(std::size_t below, std::size_t above) const {
        return blocks_[below].blank_before || below > above + 1;
    }

    /// Whether a line names an outlet or a section, not what the story tells: `below` does.
    bool is_top(std::size_t i, std::size_t below) const {
        constexpr std::size_t kMaxWords = 4;
        constexpr std::size_t kMinHeadlineWords = 3;
        constexpr std::size_t kMinAttachedWords = 5;
        constexpr double kMinShare = 0.3;
        if (below >= prose_ || count_words(text(i)) > kMaxWords || share_of_capitals(text(i)) < 1)
            return false;
        if (text(i).find_first_of(",:;!?()0123456789") != std::string::npos) return false;
        const bool apart = is_apart(below, i);
        const bool named = is_outlet_name(text(i)) || is_section_name(text(i));
        const std::size_t least = apart ? kMinHeadlineWords - (named ? 1 : 0) : kMinAttachedWords;
        if (count_words(text(below)) < least || text(below).back() == '.') return false;
        const double own = share(i);
        const double known = share(below);
        return (named && apart && own <= known) || (own == 0 && known >= kMinShare);
    }

    /// Whether the line taken for the headline may be a page's name or menu: there are lines that
    /// may be it instead, and the story has little of it.
    bool is_doubtful(std::size_t below) const {
        if (below >= prose_ || below > last_credit()) return false;
        const std::size_t words = count_words(text(headline_));
        const double known = share(headline_);
        return (words <= 2 && known < 0.5) || (words <= 3 && known == 0);
    }

    std::size_t last_credit() const {
        std::size_t last = prose_;
        while (last > 0 && !is_credit(last - 1)) --last;
        return last;
    }

    /// A word or two below an outlet's name: its section.
    bool is_section(std::size_t i) const {
        return !blocks_[i].blank_before && blocks_[i].blank_after && count_words(text(i)) <= 2 &&
               share_of_capitals(text(i)) == 1;
    }

    bool find_headline() {
        headline_ = next_plain(0);
        const std::size_t second = next_plain(headline_ + 1);
        if (second < prose_ && is_section(second) && !is_credit(second + 1) &&
            is_top(headline_, next_plain(second + 1))) {
            lines_[second].role = Role::Top;
        }
        const std::size_t below = next_plain(headline_ + 1);
        if (headline_ < prose_ && is_top(headline_, below)) {
            lines_[headline_].role = Role::Top;
            if (is_outlet_name(text(headline_)) || count_words(text(headline_)) > 1)
                lines_[headline_].outlet = text(headline_);
            headline_ = below;
        }
        if (headline_ >= prose_) return false;
        lines_[headline_].role = Role::Headline;
        read_loose_days();
        return !is_doubtful(next_plain(headline_ + 1));
    }

    void read_loose_days() {
        for (std::size_t i = headline_ + 1; i < prose_; ++i) {
            if (lines_[i].role != Role::Plain) continue;
            if (const std::optional<Day> day = day_among_names(text(i))) {
                lines_[i].role = Role::Dated;
                lines_[i].credit.day = day;
            }
        }
    }

    /// People who are not the story's, nor the town of its dateline.
    std::optional<NameLine> name_line(std::size_t i) const {
        constexpr double kMaxShare = 0.5;  // a writer may be told of at the story's end
        std::optional<NameLine> names = read_name_line(text(i));
        if (!names || share(i) > kMaxShare) return std::nullopt;
        const std::string place = find_dateline(text(prose_)).place;
        return contains_ignoring_case(place, text(i)) ? std::nullopt : names;
    }

    void take_name(std::size_t i) {
        std::optional<NameLine> found = name_line(i);
        if (!found) return;
        const bool outlet = is_outlet_name(found->behind);
        if (!outlet && !is(i + 1, Role::Dated)) return;
        lines_[i].role = outlet ? Role::Byline : Role::Name;
        lines_[i].credit.authors = std::move(found->names);
        if (outlet) lines_[i].outlet = found->behind;
    }

    /// Names and days that only their place in the head tells, then what stands among them.
    bool read_below() {
        constexpr std::size_t kMaxSideWords = 6;
        constexpr std::size_t kMaxAloneWords = 3;  // with no byline above it
        for (std::size_t i = headline_ + 1; i < prose_; ++i) {
            if (lines_[i].role == Role::Plain) take_name(i);
        }
        const std::size_t last = last_credit();
        if (last == 0) return false;
        bool credited = false;
        std::size_t kept = 0;
        for (std::size_t i = headline_ + 1; i < last; ++i) {
            if (lines_[i].role != Role::Plain) {
                credited = true;
                continue;
            }
            const std::size_t most = credited ? kMaxSideWords : kMaxAloneWords;
            const bool attached = credited ||
                                  (blocks_[i].blank_before && !blocks_[i].blank_after) ||
                                  is_credit(i + 1);
            if (attached && count_words(text(i)) <= most && small_words(text(i)) == 0 &&
                std::string_view(".!?:").find(text(i).back()) == std::string_view::npos) {
                lines_[i].role = Role::Side;
                credited = true;
                if (is_outlet_name(text(i))) lines_[i].outlet = text(i);
            } else if (i == headline_ + 1) {
                lines_[i].role = Role::Deck;
            } else if (++kept > 1) {
                return false;  // a menu, not a head
            }
        }
        return true;
    }

    const std::vector<TextBlock>& blocks_;
    std::size_t prose_ = 0;  ///< where the story may begin
    std::size_t headline_ = 0;
    std::unordered_set<std::string> story_;
    std::vector<HeadLine> lines_;
};

void put(std::string& place, const std::string& value) {
    if (place.empty()) place = value;
}

}  // namespace

bool take_pasted_head(std::vector<TextBlock>& blocks, ArticleHeader& header) {
    HeadReader reader(blocks);
    if (!reader.read()) return false;
    std::vector<TextBlock> rest;
    for (std::size_t i = 0; i < reader.lines().size(); ++i) {
        const HeadLine& line = reader.lines()[i];
        note_credit(line.credit, header);
        put(header.outlet, line.outlet);
        if (line.role == Role::Headline) put(header.title, blocks[i].block.text);
        if (line.role == Role::Deck) put(header.deck, blocks[i].block.text);
        if (line.role == Role::Top || line.role == Role::Side) {
            blocks[i].block.furniture = true;
            blocks[i].block.kind = BlockKind::Paragraph;
        }
        if (line.role == Role::Top || line.role == Role::Side || line.role == Role::Plain)
            rest.push_back(std::move(blocks[i]));
    }
    blocks.erase(blocks.begin(),
                 blocks.begin() + static_cast<std::ptrdiff_t>(reader.lines().size()));
    blocks.insert(blocks.begin(), std::make_move_iterator(rest.begin()),
                  std::make_move_iterator(rest.end()));
    return true;
}

}  // namespace sitrep
