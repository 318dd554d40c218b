#include "indexer/extract/html_title.hpp"

#include "base/strings.hpp"
#include "indexer/extract/html_site.hpp"
#include "indexer/extract/title_parts.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace sitrep {
namespace {

constexpr std::string_view kTrail = " > ";

bool names_site(std::string_view part, std::string_view site) {
    const std::string a = bare_letters(part);
    const std::string b = bare_letters(site);
    return !a.empty() && !b.empty() &&
           (a == b || (a.size() >= 4 && b.find(a) != std::string::npos) ||
            (b.size() >= 4 && a.find(b) != std::string::npos));
}

/// Whether a title is a trail that begins with the headline ("Fleet tests radar > Navy > Story"):
/// its first part is longer than its last one or as long. A trail from the front page ends with it.
bool begins_trail(std::string_view title, std::string_view tail) {
    const std::string_view first = trimmed(title.substr(0, title.find(kTrail)));
    return count_words(first) >= std::max<std::size_t>(2, count_words(tail));
}

/// What stands behind a mark without spaces, and in Chinese and Japanese titles, is the site's only
/// where it is its name whole: "Fleet tests radar_Harbor Wire", "...｜...".
std::string_view without_site_behind_mark(std::string_view title, std::string_view site) {
    static constexpr auto kMarks =
        std::to_array<std::string_view>({"_", "|", "｜", "丨", "－", "："});
    if (site.empty() || !title.ends_with(site)) return title;
    const std::string_view head = trimmed(title.substr(0, title.size() - site.size()));
    for (const std::string_view mark : kMarks) {
        if (!head.ends_with(mark)) continue;
        const std::string_view rest = trimmed(head.substr(0, head.size() - mark.size()));
        return rest.empty() ? title : rest;
    }
    return title;
}

}  // namespace

std::string without_site(std::string_view title, std::string_view site) {
    title = trimmed(title);
    if (const std::string_view head = without_site_behind_mark(title, site); head != title)
        return std::string(head);
    if (const TitleCut cut = last_separator(title); cut.at != std::string_view::npos) {
        const std::string_view head = trimmed(title.substr(0, cut.at));
        const std::string_view tail = trimmed(title.substr(cut.at + cut.width));
        // An unnamed site is short and stands behind a bar or after a longer headline.
        const std::string_view separator = title.substr(cut.at, cut.width);
        const bool bar = separator == " | " || (separator == kTrail && begins_trail(title, tail));
        const bool short_tail = site.empty() && count_words(tail) <= 4 &&
                                (bar || count_words(head) >= 2 * count_words(tail));
        if (!head.empty() &&
            (names_site(tail, site) || short_tail || (bar && count_words(tail) <= 4))) {
            return std::string(head);
        }
    }
    if (const TitleCut cut = first_separator(title); cut.at != std::string_view::npos) {
        const std::string_view tail = trimmed(title.substr(cut.at + cut.width));
        if (!tail.empty() && names_site(title.substr(0, cut.at), site)) return std::string(tail);
    }
    return std::string(title);
}

namespace {

/// `title` without the last part that names the site: as the page states it, or as <title> shows.
std::string shortened(std::string_view title, std::string_view site, const PageFacts& facts) {
    std::string out = without_site(title, site);
    const std::string own = out == title ? site_in_title(facts) : std::string();
    return own.empty() ? out : without_site(title, own);
}

/// What the page calls its article outside its text, without the site's name; best first.
std::vector<std::string> known_titles(const PageFacts& facts, std::string_view site) {
    std::vector<std::string> known;
    for (const std::string& title :
         {facts.json_ld.headline,
          facts.meta_of({"og:title", "twitter:title", "dc.title", "parsely-title", "headline"}),
          facts.title}) {
        if (!title.empty()) known.push_back(shortened(title, site, facts));
    }
    return known;
}

/// The <h1> that is one of the known titles, else the longest that stands in one.
const std::string* known_headline(const PageFacts& facts, const std::vector<std::string>& known,
                                  std::string_view site) {
    const std::array<std::string, 3> whole = {
        bare_letters(facts.title),
        bare_letters(facts.meta_of({"og:title", "twitter:title", "dc.title"})),
        bare_letters(facts.json_ld.headline)};
    const std::string own_name = bare_letters(site_in_title(facts));
    const std::string* longest = nullptr;
    for (const std::string& text : facts.headline_texts) {
        const std::string key = bare_letters(text);
        if (key.empty() || key == bare_letters(site) || key == own_name) continue;
        const auto is_it = [&key](const std::string& title) { return bare_letters(title) == key; };
        if (std::any_of(known.begin(), known.end(), is_it)) return &text;
        const bool said = std::any_of(whole.begin(), whole.end(), [&key](const std::string& title) {
            return title.find(key) != std::string::npos;
        });
        if (said && (longest == nullptr || text.size() > longest->size())) longest = &text;
    }
    return longest != nullptr && count_words(*longest) >= 2 ? longest : nullptr;
}

/// A known title that an <h1> says with something before it ("Blog: ...", "The ..."). One that it
/// says with something behind it may have been cut short.
const std::string* inside_headline(const PageFacts& facts, const std::vector<std::string>& known) {
    for (const std::string& title : known) {
        const std::string key = bare_letters(title);
        if (count_words(title) < 3) continue;
        for (const std::string& text : facts.headline_texts) {
            const std::string whole = bare_letters(text);
            if (whole.ends_with(key) && key.size() * 10 >= whole.size() * 6) return &title;
        }
    }
    return nullptr;
}

/// Whether a headline and what the page says elsewhere have a longer word in common.
bool speak_of_the_same(std::string_view headline, const std::vector<std::string>& known) {
    constexpr std::size_t kMinBytes = 4;
    std::string said;
    for (const std::string& title : known) said += bare_letters(title) + ' ';
    for (const std::string_view word : split(headline, ' ')) {
        const std::string key = bare_letters(word);
        if (key.size() >= kMinBytes && said.find(key) != std::string::npos) return true;
    }
    return known.empty();
}

bool is_headline(const std::string& bare_title, const PageFacts& facts) {
    return std::any_of(facts.headline_texts.begin(), facts.headline_texts.end(),
                       [&](const std::string& text) { return bare_letters(text) == bare_title; });
}

/// Whether an <h1> says all of it: what stands behind its dash is no site's name by its looks
/// alone. Bars stand before names far more often than inside headlines: there og:title must say it
/// whole, too, and <title> more.
bool is_said_whole(std::string_view title, const PageFacts& facts) {
    const std::string key = bare_letters(title);
    if (!is_headline(key, facts)) return false;
    const TitleCut cut = last_separator(title);
    if (cut.at == std::string_view::npos) return true;
    if (title.substr(cut.at, cut.width) != " | ") return true;
    return bare_letters(facts.meta_of({"og:title"})) == key && bare_letters(facts.title) != key;
}

/// Whether `shorter` may be what is left of a title that an <h1> says whole, with the part that was
/// cut: only where that is the site's own name or a section's, or the page says the rest alone,
/// too.
bool may_shorten_headline(std::string_view title, std::string_view shorter, std::string_view site,
                          const PageFacts& facts) {
    const std::string whole = bare_letters(title);
    const std::string rest = bare_letters(shorter);
    for (const std::string& other :
         {facts.json_ld.headline, facts.meta_of({"og:title", "twitter:title"}), facts.title}) {
        if (bare_letters(other) == rest) return true;
    }
    if (is_headline(rest, facts)) return true;
    const TitleCut cut = last_separator(title);
    if (!whole.starts_with(rest) || cut.at == std::string_view::npos) return false;
    const std::string_view tail = trimmed(title.substr(cut.at + cut.width));
    const std::string key = bare_letters(tail);
    return key == bare_letters(site) || key == bare_letters(site_in_title(facts)) ||
           names_section(tail, facts);
}

std::string best_title(const PageFacts& facts, std::string_view site) {
    const std::vector<std::string> known = known_titles(facts, site);
    if (const std::string* headline = known_headline(facts, known, site)) return *headline;
    if (const std::string* title = inside_headline(facts, known)) return *title;
    if (facts.headline_texts.size() == 1 && count_words(facts.headline_texts.front()) >= 3 &&
        bare_letters(facts.headline_texts.front()) != bare_letters(site) &&
        bare_letters(facts.headline_texts.front()) != bare_letters(site_in_title(facts)) &&
        speak_of_the_same(facts.headline_texts.front(), known)) {
        return facts.headline_texts.front();
    }
    const std::string own_name = bare_letters(site_in_title(facts));
    for (const std::string& title : known) {
        if (own_name.empty() || bare_letters(title) != own_name) return title;
    }
    return facts.headline_texts.empty() ? std::string() : facts.headline_texts.front();
}

}  // namespace

std::string choose_title(const PageFacts& facts) {
    std::string site = facts.meta_of({"og:site_name", "application-name"});
    if (site.empty()) site = facts.json_ld.publisher;
    std::string title = best_title(facts, site);
    constexpr int kMaxParts = 3;  // "Headline | Section | Site"
    for (int i = 0; i < kMaxParts; ++i) {
        std::string shorter = shortened(title, site, facts);
        if (shorter == title) break;
        if (is_said_whole(title, facts) && !may_shorten_headline(title, shorter, site, facts))
            break;
        title = std::move(shorter);
    }
    return title;
}

std::size_t headline_node(const HtmlTree& tree, const PageFacts& facts, std::string_view title) {
    const std::string key = bare_letters(title);
    if (key.empty()) return 0;
    for (std::size_t i = 0; i < facts.headlines.size(); ++i) {
        if (bare_letters(facts.headline_texts[i]) == key) return facts.headlines[i];
    }
    for (std::size_t i = 0; i < facts.headlines.size(); ++i) {
        const std::string text = bare_letters(facts.headline_texts[i]);
        if (text.size() >= key.size() / 2 && count_words(facts.headline_texts[i]) >= 3 &&
            (key.find(text) != std::string::npos || text.find(key) != std::string::npos)) {
            return facts.headlines[i];
        }
    }
    const std::size_t slack = title.size() + 40;  // white space, curly quotes
    for (std::size_t i = 1; i < tree.size(); ++i) {
        const HtmlNode& node = tree.node(i);
        if (!node.is_text() || node.text.size() < key.size() || node.text.size() > slack) continue;
        const std::string_view tag = tree.node(node.parent).tag;
        if (tag == "title" || tag == "script" || tag == "a") continue;
        if (bare_letters(node.text) == key) return node.parent;
    }
    return facts.headlines.size() == 1 ? facts.headlines.front() : 0;
}

}  // namespace sitrep
