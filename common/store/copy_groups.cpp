#include "store/copy_groups.hpp"

#include "model/stored_article.hpp"
#include "store/document_seal.hpp"
#include "text/copy_sketch.hpp"

#include <optional>
#include <unordered_set>
#include <utility>

namespace sitrep {

/// Outwards from one document, breadth first.
class CopyGroups::Search {
  public:
    Search(CopyGroups& groups, Xapian::docid start) : groups_(groups) { add(start); }

    /// The group that is known of already where the search met one of its members: that one was cut
    /// short.
    std::optional<std::size_t> run() {
        for (std::size_t next = 0; next < found_.members.size(); ++next) {
            const Xapian::docid id = found_.members[next];
            for (const std::string& term : groups_.band_terms(id)) {
                if (const auto known = look_at_holders(id, term)) return known;
                if (found_.is_cut_short) return std::nullopt;
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

    /// The term's holders that are no members yet: each member is found once, and left out then.
    std::vector<Xapian::docid>& others(const std::string& term) {
        const auto [at, is_new] = others_.try_emplace(term);
        if (is_new) at->second = groups_.holders(term);
        return at->second;
    }

    std::optional<std::size_t> look_at_holders(Xapian::docid id, const std::string& term) {
        std::vector<Xapian::docid> left;
        std::vector<Xapian::docid>& holders = others(term);
        for (const Xapian::docid holder : holders) {
            if (is_member_.contains(holder)) continue;
            if (found_.members.size() >= kMostMembers || ++pairs_ > kMostPairs) {
                found_.is_cut_short = true;
                return std::nullopt;
            }
            if (!groups_.are_copies(id, holder)) {
                left.push_back(holder);
                continue;
            }
            const auto known = groups_.number_of_.find(holder);
            if (known != groups_.number_of_.end()) return known->second;
            add(holder);
        }
        holders = std::move(left);
        return std::nullopt;
    }

    CopyGroups& groups_;
    CopyGroup found_;
    std::unordered_set<Xapian::docid> is_member_;
    std::unordered_map<std::string, std::vector<Xapian::docid>> others_;
    std::size_t pairs_ = 0;
};

CopyGroups::CopyGroups(const Xapian::Database& database, Analyzer& analyzer)
    : database_(database), analyzer_(analyzer) {}

std::size_t CopyGroups::group_of(Xapian::docid id) {
    if (const auto known = number_of_.find(id); known != number_of_.end()) return known->second;
    const std::string& text = signature(id);
    if (text.empty()) return put({{id}, false}, groups_.size());
    // Before anything is searched: of a page that was saved a thousand times.
    if (const auto known = number_of_signature_.find(text); known != number_of_signature_.end())
        return put({{id}, false}, known->second);
    Search search(*this, id);
    const std::optional<std::size_t> known = search.run();
    return put(search.found(), known.value_or(groups_.size()));
}

std::size_t CopyGroups::put(const CopyGroup& found, std::size_t number) {
    if (number == groups_.size()) groups_.emplace_back();
    CopyGroup& group = groups_[number];
    for (const Xapian::docid id : found.members) {
        group.members.push_back(id);
        number_of_[id] = number;
        if (const std::string& text = signature(id); !text.empty())
            number_of_signature_.emplace(text, number);
    }
    group.is_cut_short = group.is_cut_short || found.is_cut_short;
    return number;
}

std::vector<std::string> CopyGroups::band_terms(Xapian::docid id) const {
    const std::string prefix(kCopyBandPrefix);
    std::vector<std::string> terms;
    auto term = database_.termlist_begin(id);
    term.skip_to(prefix);
    for (; term != database_.termlist_end(id) && (*term).starts_with(prefix); ++term)
        terms.push_back(*term);
    return terms;
}

std::vector<Xapian::docid> CopyGroups::holders(const std::string& term) const {
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
    return text != nullptr && other_text != nullptr && text->is_copy_of(*other_text);
}

const CopyProfile* CopyGroups::profile(Xapian::docid id) {
    const auto known = profiles_.find(id);
    if (known != profiles_.end()) return &known->second;
    if (profiles_.size() >= kMostTexts) return nullptr;
    const std::string data = database_.get_document(id).get_data();
    const Result<StoredArticle> stored = decode_stored_article(seal::article_in(data));
    if (!stored) return nullptr;  // told by whoever shows it
    return &profiles_.try_emplace(id, stored->article, analyzer_).first->second;
}

}  // namespace sitrep
