#include "store/copy_groups.hpp"

#include "model/stored_article.hpp"
#include "store/document_seal.hpp"
#include "text/copy_sketch.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_set>
#include <utility>

namespace sitrep {
namespace {

/// From this resemblance on two are taken for copies where nothing more is looked at.
constexpr double kLikely = 0.5;

}  // namespace

/// Outwards from one document, breadth first.
class CopyGroups::Search {
  public:
    Search(CopyGroups& groups, Xapian::docid start) : groups_(groups) { add(start); }

    /// The group that is known of already where the search met one of its members: that one was cut
    /// short.
    std::optional<std::size_t> run() {
        std::size_t next = 0;
        while (next < found_.members.size()) {  // which grow
            const Xapian::docid id = found_.members[next++];
            for (const Xapian::docid candidate : candidates(id)) {
                if (found_.members.size() >= kMostMembers || ++pairs_ > kMostPairs) {
                    found_.is_cut_short = true;
                    return std::nullopt;
                }
                if (!groups_.are_copies(id, candidate)) continue;
                const auto known = groups_.number_of_.find(candidate);
                if (known != groups_.number_of_.end()) return known->second;
                add(candidate);
            }
        }
        return std::nullopt;
    }
    const CopyGroup& found() const { return found_; }

  private:
    void add(Xapian::docid id) {
        found_.members.push_back(id);
        is_member_.insert(id);
    }

    struct Holders {
        bool are_few = false;
        std::vector<Xapian::docid> others;  ///< that are no members yet
    };
    const Holders& holders(const std::string& term) {
        constexpr std::size_t kFew = 16;
        const auto [at, is_new] = holders_.try_emplace(term);
        Holders& holders = at->second;
        if (is_new) {
            holders.others = groups_.holders(term);
            holders.are_few = holders.others.size() <= kFew;
        }
        std::erase_if(holders.others,
                      [this](Xapian::docid one) { return is_member_.contains(one); });
        return holders;
    }

    /// Those that share a term with `id`; two, where the term is no rare one: then it is of a
    /// notice that stands under many articles, or of a text with so many copies that others find
    /// it.
    std::vector<Xapian::docid> candidates(Xapian::docid id) {
        std::vector<Xapian::docid> once;
        std::vector<Xapian::docid> found;
        for (const std::string& term : groups_.band_terms(id)) {
            const auto& [are_few, others] = holders(term);
            std::vector<Xapian::docid>& into = are_few ? found : once;
            into.insert(into.end(), others.begin(), others.end());
        }
        std::sort(once.begin(), once.end());
        for (auto at = once.begin(); (at = std::adjacent_find(at, once.end())) != once.end(); ++at)
            found.push_back(*at);
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }

    CopyGroups& groups_;
    CopyGroup found_;
    std::unordered_set<Xapian::docid> is_member_;
    std::unordered_map<std::string, Holders> holders_;
    std::size_t pairs_ = 0;
};

CopyGroups::CopyGroups(const Xapian::Database& database, Analyzer& analyzer, Expect expect)
    : database_(database), analyzer_(analyzer), expect_(std::move(expect)) {}

std::size_t CopyGroups::group_of(Xapian::docid id) {
    if (const auto known = number_of_.find(id); known != number_of_.end()) return known->second;
    const std::string& text = signature(id);
    if (text.empty()) return put({{id}, false}, groups_.size());
    if (const std::optional<std::size_t> known = endless_group_of(text))
        return put({{id}, false}, *known);
    Search search(*this, id);
    const std::optional<std::size_t> known = search.run();
    return put(search.found(), known.value_or(groups_.size()));
}

std::optional<std::size_t> CopyGroups::endless_group_of(const std::string& signature_of_one) {
    constexpr std::size_t kLooks = 16;
    for (const std::size_t number : cut_short_) {
        const std::vector<Xapian::docid>& members = groups_[number].members;
        for (std::size_t i = 0; i < std::min(kLooks, members.size()); ++i) {
            if (CopySketch::resemblance(signature_of_one, signature(members[i])) >= kLikely)
                return number;
        }
    }
    return std::nullopt;
}

std::size_t CopyGroups::put(const CopyGroup& found, std::size_t number) {
    if (number == groups_.size()) groups_.emplace_back();
    CopyGroup& group = groups_[number];
    for (const Xapian::docid id : found.members) {
        if (group.members.size() < kMostMembers) group.members.push_back(id);
        number_of_[id] = number;
    }
    if (found.is_cut_short && !group.is_cut_short) cut_short_.push_back(number);
    group.is_cut_short = group.is_cut_short || found.is_cut_short;
    return number;
}

void CopyGroups::read_ahead(const std::vector<Xapian::docid>& ids) {
    std::vector<std::string> terms;
    for (const Xapian::docid id : ids) {
        const std::vector<std::string>& of_one = band_terms(id);
        terms.insert(terms.end(), of_one.begin(), of_one.end());
    }
    Xapian::Enquire enquire(database_);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_sort_by_value(static_cast<Xapian::valueno>(Slot::Copies), false);
    enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()));
    const Xapian::MSet sharing = enquire.get_mset(0, kMostHolders);
    for (auto one = sharing.begin(); one != sharing.end(); ++one)
        signatures_.try_emplace(*one, one.get_sort_key());
    if (sharing.size() > terms.size()) return;  // then posting lists are fewer calls than documents
    std::map<Xapian::docid, std::vector<std::string>> terms_of;  // as posting lists are: by number
    for (auto one = sharing.begin(); one != sharing.end(); ++one) terms_of[*one] = band_terms(*one);
    for (const std::string& term : terms) holders_[term].clear();
    for (const auto& [id, of_one] : terms_of) {
        for (const std::string& term : of_one) {
            if (const auto at = holders_.find(term); at != holders_.end()) at->second.push_back(id);
        }
    }
}

const std::vector<std::string>& CopyGroups::band_terms(Xapian::docid id) {
    const std::string prefix(kCopyBandPrefix);
    const auto [at, is_new] = band_terms_.try_emplace(id);
    std::vector<std::string>& terms = at->second;
    if (!is_new) return terms;
    note_another();
    auto term = database_.termlist_begin(id);
    term.skip_to(prefix);
    for (; term != database_.termlist_end(id) && (*term).starts_with(prefix); ++term)
        terms.push_back(*term);
    return terms;
}

/// By tens: so many have a time.
void CopyGroups::note_another() {
    constexpr std::size_t kAtOnce = 10;
    if (expect_ && band_terms_.size() % kAtOnce == 0) expect_(kAtOnce);
}

std::vector<Xapian::docid> CopyGroups::holders(const std::string& term) const {
    if (const auto known = holders_.find(term); known != holders_.end()) return known->second;
    std::vector<Xapian::docid> ids;
    for (auto at = database_.postlist_begin(term);
         at != database_.postlist_end(term) && ids.size() < kMostHolders; ++at) {
        ids.push_back(*at);
    }
    return ids;
}

const std::string& CopyGroups::signature(Xapian::docid id) {
    const auto [at, is_new] = signatures_.try_emplace(id);
    if (is_new) {
        constexpr auto kSlot = static_cast<Xapian::valueno>(Slot::Copies);
        at->second = database_.get_document(id, Xapian::DOC_ASSUME_VALID).get_value(kSlot);
    }
    return at->second;
}

bool CopyGroups::are_copies(Xapian::docid one, Xapian::docid other) {
    const double resemblance = CopySketch::resemblance(signature(one), signature(other));
    if (resemblance < CopySketch::kWorthReading) return false;
    if (resemblance >= CopySketch::kSure) return true;
    const CopyProfile* text = profile(one);
    const CopyProfile* other_text = profile(other);
    if (text != nullptr && other_text != nullptr) return text->is_copy_of(*other_text);
    return resemblance >= kLikely;
}

const CopyProfile* CopyGroups::profile(Xapian::docid id) {
    const auto known = profiles_.find(id);
    if (known != profiles_.end()) return &known->second;
    if (profiles_.size() >= kMostTexts) return nullptr;
    const std::string data = database_.get_document(id).get_data();
    const Result<StoredArticle> stored = decode_stored_article(seal::article_in(data));
    if (!stored) return nullptr;
    return &profiles_.try_emplace(id, stored->article, analyzer_).first->second;
}

}  // namespace sitrep
