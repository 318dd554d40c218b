#include "indexer/extract/printed_dates.hpp"

#include "base/strings.hpp"
#include "indexer/extract/credit_line.hpp"
#include "indexer/extract/html_roles.hpp"
#include "indexer/extract/page_head.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

constexpr int kFirstGuessedYear = 1995;  // older days in a page's text are history, not publication
constexpr std::size_t kMaxBytes = 160;
constexpr std::size_t kMaxWords = 12;  // a day in more words is a sentence's

constexpr std::size_t kMaxLabelledWords = 16;  // "Publié le ... à ..., mis à jour le ..."
constexpr std::size_t kLabelBytes = 16;

enum class Label { None, Published, Modified };

/// What the words before or after a day, or an element's names, say of it.
Label label_of(std::string_view text) {
    static constexpr auto kModified = std::to_array<std::string_view>(
        {"updated", "update", "modified", "reviewed", "revised", "changed", "edited", "corrected",
         "actualizado", "mis à jour", "aktualisiert", "aggiornato", "atualizado"});
    static constexpr auto kPublished =
        std::to_array<std::string_view>({"published", "posted", "publish", "pubdate", "created",
                                         "publicado", "publié", "veröffentlicht", "pubblicato"});
    const auto stands = [text](std::string_view word) {
        return contains_ignoring_case(text, word);
    };
    if (std::any_of(kPublished.begin(), kPublished.end(), stands)) return Label::Published;
    if (std::any_of(kModified.begin(), kModified.end(), stands)) return Label::Modified;
    return Label::None;
}

bool names_date(const HtmlTree& tree, std::size_t i) {
    static constexpr auto kWords =
        std::to_array<std::string_view>({"date", "dates", "published", "publish", "posted",
                                         "pubdate", "timestamp", "datetime", "time", "dateline"});
    for (const std::string& name : names_of(tree, i)) {
        for (const std::string_view word : kWords) {
            if (name_has(name, word)) return true;
        }
    }
    return false;
}

/// Whether a text is a day and what belongs to one: a label, a time, a byline.
bool is_date_line(std::string_view text) {
    const std::optional<CreditLine> credit = read_credit_line(text);
    return credit && credit->day;
}

/// One walk over the nodes around the headline.
class Walk {
  public:
    enum class Only { All, Marked };

    Walk(const HtmlTree& tree, NumberOrder order, const Day& last, Only only = Only::All,
         std::size_t headline = 0)
        : tree_(tree), order_(order), last_(last), only_(only), headline_(headline) {}

    void see(std::size_t i) {
        const HtmlNode& node = tree_.node(i);
        if (node.tag == "time") return see_time(i);
        if (node.is_text()) see_text(i);
    }

    PrintedDates take() { return std::move(found_); }

  private:
    void see_time(std::size_t i) {
        std::string_view stamp = trimmed(tree_.attribute(i, "datetime"));
        const std::optional<Day> day = find_day(stamp.substr(0, kMaxBytes));
        if (!day) return;  // its text is seen by itself
        std::string iso = iso_day(*day);
        if (stamp.starts_with(iso) && stamp.size() > 10 && stamp[10] == 'T' &&
            stamp.find(' ') == std::string_view::npos && parse_day(stamp)) {
            iso = stamp;
        }
        put(*day, std::move(iso), i, "time", tree_.text_of(i).substr(0, kMaxBytes));
    }

    void see_text(std::size_t i) {
        const std::string text = collapsed_space(tree_.node(i).text.substr(0, 4 * kMaxBytes));
        if (text.size() < 6) return;
        const bool has_figure = std::any_of(text.begin(), text.end(), is_ascii_digit);
        if (!has_figure) {
            if (count_words(text) <= 4) before_ = text;
            return;
        }
        if (text.size() > kMaxBytes) return;
        for (const std::string_view part : separated_parts(text)) {
            const bool labelled = label_of(part.substr(0, kLabelBytes)) != Label::None;
            if (count_words(part) > (labelled ? kMaxLabelledWords : kMaxWords)) continue;
            std::optional<Day> day = find_day(part);
            if (!day) day = find_day_in_figures(part, order_);
            if (day && !in_prose(tree_, i))
                put(*day, iso_day(*day), i, names_near(i) ? "class" : "text", part);
        }
        before_.clear();
    }

    bool names_near(std::size_t i) const {
        for (int steps = 0; steps < 3 && i != 0; ++steps) {
            i = tree_.node(i).parent;
            if (names_date(tree_, i)) return true;
        }
        return false;
    }

    Label label(std::size_t i, std::string_view text) const {
        Label label = label_of(text);
        if (label == Label::None) label = label_of(before_);
        for (int steps = 0; label == Label::None && steps < 3 && i != 0; ++steps) {
            if (steps > 0 || tree_.node(i).is_text()) i = tree_.node(i).parent;
            for (const std::string& name : names_of(tree_, i)) {
                if (label == Label::None) label = label_of(name);
            }
        }
        return label;
    }

    void put(const Day& day, std::string iso, std::size_t i, std::string_view from,
             std::string_view text) {
        if (day.year < kFirstGuessedYear || last_ < day) return;
        const Label which = label(i, text);
        if (only_ == Only::Marked && which == Label::None && from == "text") return;
        std::optional<PrintedDate>& place = which == Label::Published  ? found_.published
                                            : which == Label::Modified ? found_.modified
                                                                       : found_.bare;
        if (!place || (which == Label::None && replaces_bare(day, i)))
            place = PrintedDate{day, std::move(iso), from, from == "time" || is_date_line(text)};
        behind_ = behind_ || (which == Label::None && i > headline_);
    }

    /// Whether a day is the first behind the headline and the one before that is later: a paper's
    /// head that says what day it is now.
    bool replaces_bare(const Day& day, std::size_t i) const {
        return !behind_ && i > headline_ && day < found_.bare->day;
    }

    const HtmlTree& tree_;
    NumberOrder order_;
    Day last_;
    Only only_;
    std::size_t headline_;
    bool behind_ = false;  ///< whether a bare day stood behind the headline
    std::string before_;   ///< a short text that may be the label of the next one
    PrintedDates found_;
};

/// The page's own foot, not an article's.
bool is_page_foot(const HtmlTree& tree, std::size_t i) {
    if (tree.node(i).tag != "footer") return false;
    for (std::size_t up = tree.node(i).parent; up != 0; up = tree.node(up).parent) {
        if (tree.node(up).tag == "article" || tree.node(up).tag == "main") return false;
    }
    return true;
}

}  // namespace

PrintedDates printed_dates(const HtmlTree& tree, std::size_t headline, NumberOrder order,
                           const Day& last) {
    constexpr std::size_t kBefore = 40;
    constexpr std::size_t kLeast = 60;
    Walk walk(tree, order, last, Walk::Only::All, headline);
    const std::size_t end = head_end(tree, headline, kLeast);
    for (std::size_t i = headline > kBefore ? headline - kBefore : 0; i < end;) {
        if (is_unseen(tree, i) || is_about_others(tree, i)) {
            i = tree.node(i).end;
            continue;
        }
        walk.see(i++);
    }
    return walk.take();
}

PrintedDates marked_dates(const HtmlTree& tree, NumberOrder order, const Day& last) {
    Walk walk(tree, order, last, Walk::Only::Marked);
    for (std::size_t i = 0; i < tree.size();) {
        if (is_unseen(tree, i) || is_page_foot(tree, i) || is_about_others(tree, i)) {
            i = tree.node(i).end;
            continue;
        }
        walk.see(i++);
    }
    return walk.take();
}

namespace {

/// What a day in figures tells of the order where it has one reading only: the number above twelve
/// is the day. One with points has to stand alone: there are versions of programs, too.
std::optional<NumberOrder> order_shown(std::string_view text) {
    const std::size_t figure = text.find_first_of("0123456789");
    if (figure == std::string_view::npos) return std::nullopt;
    const bool pointed = text.find('.') != std::string_view::npos;
    if (pointed && days_in_figures(text).empty()) return std::nullopt;
    const auto month_first = find_day_in_figures(text, NumberOrder::MonthFirstWithPoints);
    if (!month_first || month_first->day == month_first->month) return std::nullopt;
    if (month_first != find_day_in_figures(text, NumberOrder::DayFirst)) return std::nullopt;
    const std::size_t end = std::min(text.find_first_not_of("0123456789", figure), text.size());
    if (end - figure == 2 && text.substr(figure, 2) > "12") return NumberOrder::DayFirst;
    return pointed ? NumberOrder::MonthFirstWithPoints : NumberOrder::MonthFirst;
}

bool is_american_forces(std::string_view host) {
    return host.ends_with(".mil") || host == "dvidshub.net" || host.ends_with(".dvidshub.net");
}

}  // namespace

NumberOrder number_order(const HtmlTree& tree, std::string_view language, std::string_view host) {
    constexpr std::size_t kMaxTexts = 4000;
    constexpr std::size_t kMaxTextBytes = 60;
    const NumberOrder likely = number_order(language, host);
    std::size_t texts = 0;
    for (const HtmlNode& node : tree.nodes()) {
        if (!node.is_text() || node.text.size() > kMaxTextBytes) continue;
        if (++texts > kMaxTexts) break;
        const std::optional<NumberOrder> shown = order_shown(trimmed(node.text));
        if (!shown) continue;
        const bool agrees = *shown == NumberOrder::MonthFirst && likely != NumberOrder::DayFirst;
        return agrees ? likely : *shown;
    }
    return likely;
}

NumberOrder number_order(std::string_view language, std::string_view host) {
    static constexpr auto kDayFirstHosts =
        std::to_array<std::string_view>({".uk", ".au", ".nz", ".ie", ".in", ".za", ".sg", ".pk"});
    if (is_american_forces(host)) return NumberOrder::MonthFirstWithPoints;
    const std::string tag = ascii_lower(language);
    if (tag.starts_with("en") || tag.empty()) {
        const bool american = tag.size() < 5 || tag.ends_with("us") || tag.ends_with("ca");
        return american && !ends_with_any(host, kDayFirstHosts) ? NumberOrder::MonthFirst
                                                                : NumberOrder::DayFirst;
    }
    return NumberOrder::DayFirst;
}

}  // namespace sitrep
