#include "store/article_stream.hpp"

#include "store/all_matches.hpp"

#include <optional>
#include <utility>

namespace sitrep {
namespace {

/// Ends a match; Xapian has no other way to.
struct Ended {
    std::optional<Error> trouble;
};

Error nameless() {
    return {ErrorCode::Database, "an article in the database has lost its name",
            "sitrep-index --verify tells which; --rebuild makes the database anew"};
}

/// Xapian tells a spy the number that a document has in its own database.
using NumberInAll = std::function<Xapian::docid(Xapian::docid)>;

class Stream : public Xapian::MatchSpy {
  public:
    Stream(const HitReader& articles, NumberInAll number, const TakeArticle& take)
        : articles_(articles), number_(std::move(number)), take_(take) {}

    void operator()(const Xapian::Document& document, double /*weight*/) override {
        std::string unique_term =
            unique_term_in(document.get_value(static_cast<Xapian::valueno>(Slot::Order)));
        if (unique_term.empty()) throw Ended{nameless()};
        Result<FoundArticle> article = articles_.found(number_(document.get_docid()),
                                                       document.get_data(), std::move(unique_term));
        if (!article) throw Ended{article.error()};
        if (!take_(*std::move(article))) throw Ended{};
    }

  private:
    const HitReader& articles_;
    NumberInAll number_;
    const TakeArticle& take_;
};

}  // namespace

Result<void> stream_articles(const DatabaseSet& databases, const Xapian::Query& query,
                             const HitReader& articles, const TakeArticle& take) {
    const auto stream_one = [&](const Xapian::Database& database, NumberInAll number) {
        Stream stream(articles, std::move(number), take);
        Xapian::Enquire enquire(database);
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        enquire.set_query(query);
        enquire.add_matchspy(&stream);
        enquire.get_mset(0, 0, database.get_doccount());
    };
    try {
        databases.each_database(stream_one);
    } catch (Ended& ended) {
        if (ended.trouble) return *std::move(ended.trouble);
    }
    return {};
}

}  // namespace sitrep
