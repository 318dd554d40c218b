#include "indexer/clean/block_vector.hpp"

#include "base/strings.hpp"
#include "indexer/clean/cue_lines.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <unordered_map>

namespace sitrep {
namespace {

struct PhraseWeight {
    std::string_view phrase;
    float weight;
};
constexpr PhraseWeight kMarkupPhrases[] = {
#include "indexer/clean/phrase_weights.inc"
};
constexpr PhraseWeight kTextPhrases[] = {
#include "indexer/clean/text_phrase_weights.inc"
};

using PhraseTable = std::unordered_map<std::string_view, float>;

PhraseTable table_of(std::span<const PhraseWeight> weights) {
    PhraseTable table;
    for (const PhraseWeight& weight : weights) table.emplace(weight.phrase, weight.weight);
    return table;
}

const PhraseTable& phrases_for(bool markup) {
    static const PhraseTable of_markup = table_of(kMarkupPhrases);
    static const PhraseTable of_text = table_of(kTextPhrases);
    return markup ? of_markup : of_text;
}

/// Log-odds of story that the words of a block give, by learned weights.
float phrase_score(const PhraseTable& weights, std::string_view key) {
    constexpr std::size_t kMaxWords = 40;
    float score = 0;
    std::size_t before = 0;
    std::size_t words = 0;
    for (std::size_t at = 0; at < key.size() && words < kMaxWords; ++words) {
        const std::size_t end = std::min(key.find(' ', at), key.size());
        for (const std::string_view phrase :
             {key.substr(at, end - at), key.substr(before, end - before)}) {
            if (words == 0 && phrase.data() != key.data() + at) continue;
            const auto found = weights.find(phrase);
            if (found != weights.end()) score += found->second;
            if (words == 0) break;
        }
        before = at;
        at = end + 1;
    }
    return score;
}

float log_of(double count) { return static_cast<float>(std::log2(1.0 + count)); }
float as_float(std::size_t n) { return static_cast<float>(n); }
float as_float(bool b) { return b ? 1.0F : 0.0F; }

/// What a block's own text shows, beyond BlockFeatures.
struct TextShape {
    float capitals = 0;  ///< share of the words that begin with one
    float digits = 0;    ///< share of the bytes
    float commas = 0;    ///< a word
    float word_bytes = 0;
    bool lower_start = false;
    bool question = false;
    bool quote = false;
    bool year = false;
    bool first_person = false;
};

TextShape shape_of(const std::string& text, const BlockFeatures& f) {
    const std::size_t words = f.words;
    TextShape shape;
    const auto says = [&f](std::string_view word) {
        const std::size_t at = f.key.find(word);
        return at != std::string::npos && (at == 0 || word.front() == ' ');
    };
    shape.first_person =
        f.key.starts_with("i ") || says(" i ") || says(" im ") || says(" ive ") || says(" my ");
    std::size_t capitals = 0, digits = 0, commas = 0, run = 0;
    char before = ' ';
    for (const char c : text) {
        if (is_ascii_upper(c) && (before == ' ' || before == '(' || before == '"')) ++capitals;
        if (is_ascii_digit(c)) {
            ++digits;
            ++run;
        } else {
            if (run == 4) shape.year = true;
            run = 0;
        }
        if (c == ',') ++commas;
        if (c == '"') shape.quote = true;
        before = c;
    }
    if (run == 4) shape.year = true;
    if (text.find("\xE2\x80\x9C") != std::string::npos) shape.quote = true;
    const auto n = static_cast<float>(std::max<std::size_t>(words, 1));
    shape.capitals = as_float(capitals) / n;
    shape.digits = as_float(digits) / static_cast<float>(std::max<std::size_t>(text.size(), 1));
    shape.commas = as_float(commas) / n;
    shape.word_bytes = as_float(text.size()) / n;
    shape.lower_start = !text.empty() && is_ascii_lower(text.front());
    shape.question = text.ends_with('?') || text.ends_with('!');
    return shape;
}

/// Sums over the blocks of a page, so that any range costs nothing.
struct PageSums {
    std::vector<double> words, link_words, prose_words, short_blocks;

    explicit PageSums(const PageView& page) {
        const std::size_t n = page.blocks.size();
        for (auto* sums : {&words, &link_words, &prose_words, &short_blocks}) sums->resize(n + 1);
        for (std::size_t i = 0; i < n; ++i) {
            const BlockFeatures& f = page.features[i];
            const auto count = static_cast<double>(f.words);
            words[i + 1] = words[i] + count;
            link_words[i + 1] = link_words[i] + count * std::min(f.link_share, 1.0);
            prose_words[i + 1] = prose_words[i] + (f.prose ? count : 0);
            short_blocks[i + 1] = short_blocks[i] + (f.words < 6 ? 1 : 0);
        }
    }
    static double in(const std::vector<double>& sums, std::size_t begin, std::size_t end) {
        return sums[end] - sums[begin];
    }
};

/// Blocks that the page formats alike.
struct PathGroup {
    double blocks = 0, words = 0, link_words = 0, prose_words = 0;
};

constexpr std::array<const char*, kPlaceMarks> kMarkNames = {
    "_paragraph", "_heading", "_item",     "_cell",   "_quote",   "_pre",   "_figure",
    "_caption",   "_nav",     "_aside",    "_footer", "_header",  "_form",  "_dialog",
    "_hidden",    "_article", "_main",     "_story",  "_consent", "_share", "_related",
    "_promo",     "_comment", "_byline",   "_author", "_menu",    "_topic", "_ad",
    "_named",     "_densest", "_readable", "_linked"};

}  // namespace

/// Writes rows: put(prefix, name, value) for each column.
class BlockRows::Writer {
  public:
    explicit Writer(const PageView& page) : page_(page), sums_(page), n_(page.blocks.size()) {
        const PhraseTable& phrases = phrases_for(has_markup(page.blocks));
        shapes_.reserve(n_);
        for (std::size_t i = 0; i < n_; ++i) {
            const BlockFeatures& f = page.features[i];
            shapes_.push_back(shape_of(page.blocks[i].text, f));
            phrases_.push_back(phrase_score(phrases, f.key));
            cues_.push_back(cue_of(f));
            ++copies_[f.key];
            PathGroup& group = groups_[page.blocks[i].place.path];
            const auto words = static_cast<double>(f.words);
            group.blocks += 1;
            group.words += words;
            group.link_words += words * std::min(f.link_share, 1.0);
            group.prose_words += f.prose ? words : 0;
        }
        title_ = folded_words(page.header.title);
        find_neighbours();
        find_headings();
    }

    template <typename Put>
    void write(std::size_t i, Put put) const {
        own(i, put);
        around(i, put);
        place(i, put);
        containers(i, put);
        position(i, put);
    }

  private:
    void find_neighbours() {
        last_prose_.assign(n_, -1);
        next_prose_.assign(n_, -1);
        long seen = -1;
        for (std::size_t i = 0; i < n_; ++i) {
            last_prose_[i] = seen;
            if (page_.features[i].prose) seen = static_cast<long>(i);
            const bool title = !title_.empty() && page_.features[i].key == title_;
            if (title && (!has_title_ || page_.blocks[i].place.level == 1)) {
                if (!has_title_ || page_.blocks[title_at_].place.level != 1) title_at_ = i;
                has_title_ = true;
            }
        }
        seen = -1;
        for (std::size_t i = n_; i-- > 0;) {
            next_prose_[i] = seen;
            if (page_.features[i].prose) seen = static_cast<long>(i);
        }
    }

    void find_headings() {
        Heading heading;
        std::size_t tails = 0;
        for (std::size_t i = 0; i < n_; ++i) {
            headings_.push_back(heading);
            headings_.back().tails = tails;
            if (page_.blocks[i].kind == BlockKind::Heading)
                heading = {static_cast<long>(i), phrases_[i], cues_[i], 0};
            if (cues_[i] == CueKind::Tail && last_prose_[i] >= 0) ++tails;
        }
    }

    template <typename Put>
    void own(std::size_t i, Put put) const {
        const BlockFeatures& f = page_.features[i];
        const TextShape& s = shapes_[i];
        put("", "phrase", phrases_[i]);
        put("", "words", log_of(static_cast<double>(f.words)));
        put("", "stops", f.stop_share);
        put("", "links", f.link_share);
        put("", "final", as_float(f.final_mark));
        put("", "colon", as_float(f.colon));
        put("", "labelled", as_float(f.labelled));
        put("", "letters", f.words == 0 ? 0 : as_float(f.letter_words) / as_float(f.words));
        put("", "consent", static_cast<double>(f.consent_cues));
        put("", "reader", as_float(f.addresses_reader));
        put("", "prose", as_float(f.prose));
        put("", "cue", static_cast<double>(cues_[i]));
        put("", "capitals", s.capitals);
        put("", "digits", s.digits);
        put("", "commas", s.commas);
        put("", "word_bytes", s.word_bytes);
        put("", "lower_start", as_float(s.lower_start));
        put("", "question", as_float(s.question));
        put("", "quote", as_float(s.quote));
        put("", "year", as_float(s.year));
        put("", "first_person", as_float(s.first_person));
        put("", "kind", static_cast<double>(page_.blocks[i].kind));
        put("", "is_title", as_float(!title_.empty() && f.key == title_));
        put("", "copies", log_of(static_cast<double>(copies_.at(f.key))));
        put("", "in_header", as_float(page_.blocks[i].in_header));
    }

    template <typename Put>
    void around(std::size_t i, Put put) const {
        static constexpr std::array<int, 4> kSteps = {-2, -1, 1, 2};
        static constexpr std::array<const char*, 4> kSides = {"before2", "before1", "after1",
                                                              "after2"};
        for (const int step : kSteps) {
            const long at = static_cast<long>(i) + step;
            const bool there = at >= 0 && at < static_cast<long>(n_);
            const auto j = static_cast<std::size_t>(there ? at : 0);
            const char* side = kSides[static_cast<std::size_t>(step < 0 ? step + 2 : step + 1)];
            put(side, "_words",
                there ? log_of(static_cast<double>(page_.features[j].words)) : -1.0F);
            put(side, "_links", there ? page_.features[j].link_share : -1.0);
            put(side, "_stops", there ? page_.features[j].stop_share : -1.0);
            put(side, "_phrase", there ? phrases_[j] : 0.0F);
            put(side, "_names", there ? page_.blocks[j].place.near_names : 0.0F);
            put(side, "_heading",
                there ? as_float(page_.blocks[j].kind == BlockKind::Heading) : -1.0F);
            put(side, "_alike",
                there ? as_float(page_.blocks[j].place.path == page_.blocks[i].place.path) : -1.0F);
        }
    }

    template <typename Put>
    void place(std::size_t i, Put put) const {
        const Block& block = page_.blocks[i];
        put("", "names", block.place.names);
        put("", "near_names", block.place.near_names);
        put("", "worst_name", block.place.worst_name);
        put("", "furniture", as_float(block.furniture));
        put("", "depth", static_cast<double>(block.place.depth));
        put("", "level", static_cast<double>(block.place.level));
        for (unsigned bit = 0; bit < kPlaceMarks; ++bit) {
            put("mark", kMarkNames[bit], as_float(((block.place.marks >> bit) & 1U) != 0));
        }
    }

    template <typename Put>
    void containers(std::size_t i, Put put) const {
        const double all_prose = std::max(sums_.prose_words[n_], 1.0);
        static constexpr std::array<const char*, 3> kGroups = {"group1", "group2", "group3"};
        for (std::size_t g = 0; g < kGroups.size(); ++g) {
            const BlockRange& range = page_.blocks[i].place.groups[g];
            const char* name = kGroups[g];
            const std::size_t begin = std::min<std::size_t>(range.begin, n_);
            const std::size_t end = std::clamp<std::size_t>(range.end, begin, n_);
            const double words = PageSums::in(sums_.words, begin, end);
            const double blocks = std::max<double>(static_cast<double>(end - begin), 1);
            put(name, "_blocks", log_of(blocks));
            put(name, "_words", log_of(words));
            put(name, "_links", PageSums::in(sums_.link_words, begin, end) / std::max(words, 1.0));
            put(name, "_prose", PageSums::in(sums_.prose_words, begin, end) / all_prose);
            put(name, "_proseness",
                PageSums::in(sums_.prose_words, begin, end) / std::max(words, 1.0));
            put(name, "_short", PageSums::in(sums_.short_blocks, begin, end) / blocks);
            put(name, "_at", static_cast<double>(i - std::min(begin, i)) / blocks);
        }
        const PathGroup& group = groups_.at(page_.blocks[i].place.path);
        put("", "path_blocks", log_of(group.blocks));
        put("", "path_words", group.words / std::max(sums_.words[n_], 1.0));
        put("", "path_mean", log_of(group.words / group.blocks));
        put("", "path_links", group.link_words / std::max(group.words, 1.0));
        put("", "path_prose", group.prose_words / all_prose);
    }

    template <typename Put>
    void position(std::size_t i, Put put) const {
        const double all_prose = std::max(sums_.prose_words[n_], 1.0);
        const auto at = static_cast<double>(i);
        put("", "at", at / static_cast<double>(n_));
        put("", "words_before", sums_.words[i] / std::max(sums_.words[n_], 1.0));
        put("", "prose_before", sums_.prose_words[i] / all_prose);
        put("", "prose_after", 1 - sums_.prose_words[i + 1] / all_prose);
        put("", "last_prose",
            last_prose_[i] < 0 ? -1.0 : std::min(at - static_cast<double>(last_prose_[i]), 60.0));
        put("", "next_prose",
            next_prose_[i] < 0 ? -1.0 : std::min(static_cast<double>(next_prose_[i]) - at, 60.0));
        const std::size_t near_begin = i >= 10 ? i - 10 : 0;
        const std::size_t near_end = std::min(n_, i + 11);
        put("", "prose10_before", log_of(PageSums::in(sums_.prose_words, near_begin, i)));
        put("", "prose10_after", log_of(PageSums::in(sums_.prose_words, i + 1, near_end)));
        put("", "links10_before", log_of(PageSums::in(sums_.link_words, near_begin, i)));
        put("", "links10_after", log_of(PageSums::in(sums_.link_words, i + 1, near_end)));
        const Heading& heading = headings_[i];
        put("", "heading_distance",
            heading.at < 0 ? -1.0 : std::min(at - static_cast<double>(heading.at), 60.0));
        put("", "heading_phrase", heading.phrase);
        put("", "heading_cue", static_cast<double>(heading.cue));
        put("", "tails_before", std::min(static_cast<double>(heading.tails), 8.0));
        put("", "after_title",
            !has_title_ ? 0.0 : std::clamp(at - static_cast<double>(title_at_), -50.0, 50.0));
        put("", "has_title", as_float(has_title_));
        put("", "page_blocks", log_of(static_cast<double>(n_)));
        put("", "page_words", log_of(sums_.words[n_]));
        put("", "page_prose", sums_.prose_words[n_] / std::max(sums_.words[n_], 1.0));
        put("", "page_links", sums_.link_words[n_] / std::max(sums_.words[n_], 1.0));
    }

    /// The last heading before a block, and how many lines before it begin the end of a page.
    struct Heading {
        long at = -1;
        float phrase = 0;
        CueKind cue = CueKind::None;
        std::size_t tails = 0;
    };

    const PageView& page_;
    PageSums sums_;
    std::size_t n_;
    std::vector<TextShape> shapes_;
    std::vector<float> phrases_;
    std::vector<CueKind> cues_;
    std::unordered_map<std::string_view, std::size_t> copies_;
    std::unordered_map<std::uint32_t, PathGroup> groups_;
    std::vector<long> last_prose_, next_prose_;
    std::vector<Heading> headings_;
    std::string title_;
    std::size_t title_at_ = 0;
    bool has_title_ = false;
};

BlockRows::BlockRows(const PageView& page) : writer_(std::make_unique<Writer>(page)) {}
BlockRows::~BlockRows() = default;

const std::vector<float>& BlockRows::row(std::size_t i) {
    row_.clear();
    writer_->write(i, [this](const char*, const char*, double value) {
        row_.push_back(static_cast<float>(value));
    });
    return row_;
}

std::vector<std::string> BlockRows::columns() {
    const ArticleHeader header;
    const std::vector<Block> blocks(1);
    const std::vector<BlockFeatures> features(1);
    std::vector<std::string> names;
    const PageView page{header, blocks, features};
    Writer(page).write(0, [&names](const char* prefix, const char* name, double) {
        names.push_back(std::string(prefix) + name);
    });
    return names;
}

}  // namespace sitrep
