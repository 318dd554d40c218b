#include "query/render/article_text.hpp"

#include "base/strings.hpp"
#include "base/terminal.hpp"
#include "query/render/links.hpp"
#include "query/render/marked_text.hpp"
#include "query/render/summary.hpp"
#include "query/render/wrap.hpp"
#include "text/language.hpp"

#include <algorithm>

namespace sitrep {
namespace {

/// Appends blocks of one article.
class Writer {
  public:
    Writer(const Article& article, const Highlighter* matches, const RenderStyle& style)
        : matches_(style.colour ? matches : nullptr),
          language_(matches_ != nullptr ? stemming_language(article) : std::string()),
          style_(style) {}

    /// Foreign text, its matches marked.
    void text(const std::string& text, std::string_view base = {}) {
        if (text.empty()) return;
        lines(marked(
            text,
            matches_ != nullptr ? matches_->highlights(text, language_) : std::vector<ByteRange>(),
            style_.colour, base));
    }
    /// What is printable() already.
    void lines(const std::string& text) {
        constexpr std::size_t kWidest = 100;
        out_ += style_.terminal ? wrapped(text, std::min(style_.width, kWidest), 0, 0) : text;
        out_ += '\n';
    }
    void gap() { out_ += '\n'; }
    std::string take() { return std::move(out_); }

  private:
    const Highlighter* matches_;  ///< null where nothing is marked
    const std::string language_;  ///< whose stems, where something is
    const RenderStyle& style_;
    std::string out_;
};

std::string facts(const ArticleHeader& header) {
    std::vector<std::string> facts = {printable(shown_day(header.published))};
    for (const std::string* fact : {&header.outlet, &header.section}) {
        if (!fact->empty()) facts.push_back(printable(*fact));
    }
    for (const std::string& author : header.authors) facts.push_back(printable(author));
    return join(facts, " · ");
}

}  // namespace

std::string article_text(const FoundArticle& found, const Highlighter* matches,
                         const RenderStyle& style) {
    const ArticleHeader& header = found.article.header;
    Writer writer(found.article, matches, style);
    writer.text(header.title.empty() ? "(no headline)" : header.title, kBold);
    writer.lines(facts(header));
    if (!header.url.empty())
        writer.lines(linked(printable(header.url), style.links ? web_link(header.url) : ""));
    writer.lines(linked(printable(found.path), style.links ? file_link(found.file) : ""));
    if (!header.deck.empty()) writer.gap();
    writer.text(header.deck);
    for (const Section& section : found.article.sections) {
        if (!section.heading.empty()) writer.gap();
        writer.text(section.heading, kBold);
        for (const std::string& paragraph : section.paragraphs) {
            writer.gap();
            writer.text(paragraph);
        }
    }
    return writer.take();
}

}  // namespace sitrep
