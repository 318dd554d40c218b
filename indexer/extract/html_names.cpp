#include "indexer/extract/html_names.hpp"

#include "base/strings.hpp"
#include "model/block_place.hpp"

#include <algorithm>
#include <array>

namespace sitrep {
namespace {

struct Meaning {
    PlaceMark mark;
    std::vector<std::string_view> words;
};

/// Words of class and id names. Of the trade, not of one site.
const std::vector<Meaning>& meanings() {
    static const std::vector<Meaning> all = {
        {PlaceMark::ConsentName, {"cookie", "cookies", "consent", "gdpr", "onetrust", "ccpa"}},
        {PlaceMark::ShareName,
         {"share", "sharing", "sharedaddy", "social", "socials", "addtoany", "follow"}},
        {PlaceMark::RelatedName,
         {"related", "recommended", "recommendations", "recirc", "trending", "taboola", "outbrain",
          "relatedposts", "read-more", "also-read", "read-next", "more-from", "popular",
          "post-navigation", "latest", "upnext", "similar", "carousel"}},
        {PlaceMark::PromoName,
         {"newsletter", "promo", "popup", "modal", "subscribe", "subscription", "signup", "cta",
          "banner", "paywall", "donate", "donation", "optin", "callout"}},
        {PlaceMark::CommentName,
         {"comment", "comments", "commentlist", "disqus", "respond", "replies", "conversation",
          "post-message", "coral-thread", "coral-talk", "coral-stream", "spotim", "spot-im",
          "viafoura"}},
        {PlaceMark::BylineName,
         {"byline", "post-meta", "entry-meta", "article-meta", "dateline", "timestamp", "meta"}},
        {PlaceMark::AuthorName,
         {"author-bio", "author-box", "about-author", "bio", "contributor", "author"}},
        {PlaceMark::MenuName,
         {"menu", "nav", "navbar", "navigation", "masthead", "sidebar", "footer", "skip",
          "screen-reader", "sr-only", "visually-hidden", "widget", "offcanvas", "entry-footer",
          "header", "topbar", "search"}},
        {PlaceMark::TopicName,
         {"toc", "table-of", "breadcrumb", "breadcrumbs", "pagination", "pager", "tags", "taglist",
          "post-tags", "categories"}},
        {PlaceMark::AdName,
         {"ad", "ads", "advert", "advertisement", "sponsored", "sponsor", "adsense"}},
        {PlaceMark::Caption, {"caption", "credit", "wp-caption"}},
        {PlaceMark::StoryName,
         {"article-body", "articlebody",  "entry-content",   "post-content",   "post-body",
          "story-body",   "storybody",    "article-content", "article-text",   "story-content",
          "article-main", "post-text",    "blog-content",    "body-content",   "rich-text",
          "richtext",     "content-body", "post-entry",      "single-content", "story-text",
          "article-copy", "body-copy",    "news-content",    "blog-body"}}};
    return all;
}

struct Weight {
    std::string_view word;
    float weight;
};
constexpr Weight kWeights[] = {
#include "indexer/extract/html_name_weights.inc"
};

using Lexicon = std::unordered_map<std::string_view, NameFacts>;

const Lexicon& lexicon() {
    static const Lexicon words = [] {
        Lexicon made;
        for (const Meaning& meaning : meanings()) {
            for (const std::string_view word : meaning.words) {
                made[word].marks |= bit_of(meaning.mark);
            }
        }
        for (const Weight& weight : kWeights) made[weight.word].weight = weight.weight;
        return made;
    }();
    return words;
}

void add(const NameFacts& more, NameFacts& facts) {
    facts.marks |= more.marks;
    facts.weight += more.weight;
}

NameFacts read_names(std::string_view names) {
    NameFacts facts;
    for (const std::string& word : name_words(names)) {
        const auto found = lexicon().find(word);
        if (found != lexicon().end()) add(found->second, facts);
    }
    return facts;
}

void add_word(std::string word, std::vector<std::string>& words) {
    if (std::find(words.begin(), words.end(), word) == words.end())
        words.push_back(std::move(word));
}

void add_words(std::string_view raw, std::vector<std::string>& words) {
    const std::string name = dashed_name(raw);
    std::string_view before;
    for (const std::string_view word : split(name, '-')) {
        if (word.size() < 2 || std::all_of(word.begin(), word.end(), is_ascii_digit)) continue;
        add_word(std::string(word), words);
        if (!before.empty()) add_word(std::string(before) + "-" + std::string(word), words);
        before = word;
    }
}

}  // namespace

std::string dashed_name(std::string_view raw) {
    constexpr std::size_t kMaxBytes = 64;
    std::string name;
    char before = ' ';
    for (const char c : raw.substr(0, kMaxBytes)) {
        if (is_ascii_upper(c) && is_ascii_lower(before)) name += '-';
        name += is_ascii_alpha(c) || is_ascii_digit(c) ? ascii_lower(c) : '-';
        before = c;
    }
    return name;
}

std::vector<std::string> name_words(std::string_view names) {
    constexpr std::size_t kMaxNames = 12;
    std::vector<std::string> words;
    std::size_t count = 0;
    for (std::size_t at = 0; at < names.size() && count < kMaxNames; ++count) {
        const std::size_t end = std::min(names.find_first_of(" \t\n\r\f", at), names.size());
        add_words(names.substr(at, end - at), words);
        at = end + 1;
    }
    return words;
}

NameFacts NameReader::facts_of(const ElementAttributes& attributes) {
    NameFacts facts;
    if (!attributes.classes.empty()) {
        const auto [found, added] = classes_.try_emplace(attributes.classes);
        if (added) found->second = read_names(attributes.classes);
        facts = found->second;
    }
    if (!attributes.custom.empty()) add(read_names(attributes.custom), facts);
    if (!attributes.id.empty()) add(read_names(attributes.id), facts);
    if (!attributes.itemprop.empty()) add(read_names(attributes.itemprop), facts);
    return facts;
}

}  // namespace sitrep
