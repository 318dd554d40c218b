// What a container says of an article (a feed item's date, a mail's subject, a crawl's address) and
// what the page says of itself, made one.
#pragma once

#include "model/article.hpp"

namespace sitrep {

/// What a container hands on, as the text of an article is decoded: heads of mails and crawls are
/// bytes in any charset, and titles were put into UTF-8 twice as often as texts.
ArticleHeader readable(ArticleHeader given);

/// Each fact from one of the two, the other where that has none:
/// * the container's id, title, deck, authors and date win: it states them, the page shows them;
/// * the page's canonical address, language, outlet and section win: a container says those of the
///   copy it holds, or of all its articles at once. The address goes without what tracks readers,
///   and its host stands for an outlet that neither names.
ArticleHeader with_given(ArticleHeader given, ArticleHeader page);

}  // namespace sitrep
