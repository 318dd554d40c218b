#include "store/folding.hpp"

#include "base/strings.hpp"
#include "model/stored_article.hpp"
#include "store/all_matches.hpp"
#include "store/document_seal.hpp"
#include "store/first_term.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace sitrep {
namespace {

/// What is compared of two copies.
using Standing = std::tuple<int, bool, std::string, std::string>;

bool is_agency(std::string_view outlet) {
    constexpr std::array<std::string_view, 18> kAgencies = {"afp",
                                                            "agence france-presse",
                                                            "ani",
                                                            "ap",
                                                            "ap news",
                                                            "associated press",
                                                            "bloomberg",
                                                            "dpa",
                                                            "efe",
                                                            "interfax",
                                                            "kyodo news",
                                                            "pa media",
                                                            "reuters",
                                                            "tass",
                                                            "the associated press",
                                                            "upi",
                                                            "xinhua",
                                                            "yonhap"};
    const std::string name = ascii_lower(outlet);
    return is_one_of(name, kAgencies);
}

Standing origin_of(const ReadDocument& document) {
    const auto stored = decode_stored_article(seal::article_in(document.data));
    if (!stored) return {3, true, "", document.unique_term};
    const ArticleHeader& header = stored->article.header;
    const int rank = is_agency(header.outlet) ? 0 : header.agency.empty() ? 2 : 1;
    return {rank, header.published.empty(), header.published, document.unique_term};
}

std::vector<ReadDocument> by_origin(const Xapian::Database& database,
                                    const std::vector<Xapian::docid>& ids) {
    std::vector<std::pair<Standing, ReadDocument>> found;
    for (const Xapian::docid id : ids) {
        ReadDocument document = read_document(database, id);
        Standing origin = origin_of(document);
        found.emplace_back(std::move(origin), std::move(document));
    }
    std::sort(found.begin(), found.end(),
              [](const auto& one, const auto& other) { return one.first < other.first; });
    std::vector<ReadDocument> documents;
    documents.reserve(found.size());
    for (auto& [origin, document] : found) documents.push_back(std::move(document));
    return documents;
}

/// Goes down the ranked list until it has met enough groups.
class Walk {
  public:
    Walk(const Xapian::Database& database, const Query& query, const SearchOptions& options,
         Analyzer& analyzer, const Expect& expect)
        : database_(database),
          query_(query),
          analyzer_(analyzer),
          options_(options),
          reads_ahead_(expect),
          groups_(database, analyzer, expect),
          wanted_(options.limit == 0 ? 0 : options.offset + options.limit) {}

    FoldedList run() {
        ask(2 * wanted_);
        while (!go_down() && !is_at_end()) ask(2 * asked_);
        FoldedList list{list_, {}};
        note_matches();
        for (std::size_t i = options_.offset; i < std::min<std::size_t>(wanted_, groups_.size());
             ++i)
            list.hits.push_back(hit(i));
        return list;
    }

  private:
    void ask(std::uint64_t hits) {
        SearchOptions options = options_;
        options.offset = 0;
        options.limit = asked_ = hits;
        list_ = rank(database_, query_, options, analyzer_);
    }
    bool is_at_end() const { return list_.hits.size() < asked_; }

    /// Whether there are as many groups as wanted.
    bool go_down() {
        for (; walked_ < list_.hits.size() && groups_.size() < wanted_; ++walked_) {
            if (reads_ahead_ && walked_ == read_) read_ahead(wanted_ - groups_.size());
            const RankedHit& ranked = list_.hits[walked_];
            if (groups_.group_of(ranked.id) == weights_.size()) weights_.push_back(ranked.weight);
        }
        return groups_.size() >= wanted_;
    }

    void read_ahead(std::uint64_t hits) {
        constexpr std::uint64_t kAtOnce = 50;
        std::vector<Xapian::docid> ids;
        for (; ids.size() < std::min(hits, kAtOnce) && read_ < list_.hits.size(); ++read_)
            ids.push_back(list_.hits[read_].id);
        groups_.read_ahead(ids);
    }

    /// Which of the groups' members match: those in the list, and those that are further down.
    void note_matches() {
        for (const RankedHit& ranked : list_.hits) matching_.insert(ranked.id);
        if (is_at_end()) return;
        std::vector<std::string> others;
        for (std::size_t i = options_.offset; i < groups_.size(); ++i) {
            for (const Xapian::docid id : groups_[i].members) {
                if (!matching_.contains(id)) others.push_back(unique_term_of(database_, id));
            }
        }
        if (others.empty()) return;
        Xapian::Enquire enquire(database_);
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        enquire.set_query(
            Xapian::Query(Xapian::Query::OP_FILTER, list_.query.asked,
                          Xapian::Query(Xapian::Query::OP_OR, others.begin(), others.end())));
        const Xapian::MSet found =
            enquire.get_mset(0, static_cast<Xapian::doccount>(others.size()));
        for (auto item = found.begin(); item != found.end(); ++item) matching_.insert(*item);
    }

    FoldedHit hit(std::size_t number) const {
        const CopyGroup& group = groups_[number];
        std::vector<Xapian::docid> ids;
        for (const Xapian::docid id : group.members) {
            if (matching_.contains(id)) ids.push_back(id);
        }
        // A server may leave out of a longer list what stood in the shorter one.
        if (ids.empty()) ids.push_back(group.members.front());
        return {weights_[number], by_origin(database_, ids), group.is_cut_short};
    }

    const Xapian::Database& database_;
    const Query& query_;
    Analyzer& analyzer_;
    const SearchOptions& options_;
    const bool reads_ahead_;
    CopyGroups groups_;
    std::vector<double> weights_;  ///< of the first of each group
    std::unordered_set<Xapian::docid> matching_;
    Ranking list_;
    std::uint64_t wanted_;
    std::uint64_t asked_ = 0;
    std::size_t walked_ = 0;
    std::size_t read_ = 0;  ///< ahead
};

}  // namespace

ReadDocument read_document(const Xapian::Database& database, Xapian::docid id) {
    const Xapian::Document document = database.get_document(id);
    const std::string order = document.get_value(static_cast<Xapian::valueno>(Slot::Order));
    return {id, unique_term_in(order), document.get_data()};
}

FoldedList rank_folded(const Xapian::Database& database, const Query& query,
                       const SearchOptions& options, Analyzer& analyzer, const Expect& expect) {
    return Walk(database, query, options, analyzer, expect).run();
}

std::vector<FoldedHit> fold(const Xapian::Database& database, const std::vector<Xapian::docid>& ids,
                            Analyzer& analyzer) {
    const std::unordered_set<Xapian::docid> given(ids.begin(), ids.end());
    CopyGroups groups(database, analyzer);
    std::vector<FoldedHit> folded;
    for (const Xapian::docid id : ids) {
        const std::size_t number = groups.group_of(id);
        if (number < folded.size()) continue;
        std::vector<Xapian::docid> members;
        for (const Xapian::docid member : groups[number].members) {
            if (given.contains(member)) members.push_back(member);
        }
        folded.push_back({0, by_origin(database, members), groups[number].is_cut_short});
    }
    return folded;
}

CopyList copies_of_documents(const Xapian::Database& database,
                             const std::vector<Xapian::docid>& documents,
                             const SearchOptions& options, Analyzer& analyzer,
                             const Expect& expect) {
    CopyGroups groups(database, analyzer, expect);
    for (const Xapian::docid document : documents) groups.group_of(document);
    CopyList list;
    std::vector<Xapian::docid> ids;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        ids.insert(ids.end(), groups[i].members.begin(), groups[i].members.end());
        list.is_cut_short = list.is_cut_short || groups[i].is_cut_short;
    }
    list.total = ids.size();
    list.documents = by_origin(database, ids);
    const auto begin = list.documents.begin();
    const auto first = static_cast<std::ptrdiff_t>(std::min(options.offset, list.total));
    const auto last =
        static_cast<std::ptrdiff_t>(std::min(options.offset + options.limit, list.total));
    list.documents.erase(begin + last, list.documents.end());
    list.documents.erase(begin, begin + first);
    return list;
}

}  // namespace sitrep
