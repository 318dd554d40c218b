#include "store/near_windows.hpp"

#include "store/phrase_readings.hpp"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace sitrep {
namespace {

using Op = Xapian::Query;

constexpr std::size_t kMostWindows = 1024;

/// Terms at one place, any of them.
Op any_of(const std::vector<std::string>& terms) {
    return Op(Op::OP_OR, terms.begin(), terms.end());
}

/// Consecutive places of one operand.
using Shape = std::vector<Op>;

class Windows {
  public:
    Windows(const NearQuery& near, const std::string& prefix, const KnownTerms& terms)
        : near_(near), prefix_(prefix), terms_(terms) {}

    Op run() {
        std::vector<std::size_t> order(near_.children.size());
        std::iota(order.begin(), order.end(), 0);
        do {
            std::vector<std::vector<Shape>> shapes;
            for (std::size_t i = 0; i < order.size(); ++i) {
                const Neighbours neighbours{i > 0, i + 1 < order.size()};
                shapes.push_back(shapes_of(*near_.children[order[i]], neighbours));
            }
            add(shapes, {});
        } while (!near_.in_order && std::next_permutation(order.begin(), order.end()));
        return Op(Op::OP_OR, windows_.begin(), windows_.end());
    }

  private:
    /// What may stand for one operand: whatever has one place is one shape together.
    std::vector<Shape> shapes_of(const Query& operand, Neighbours neighbours) const {
        std::vector<std::string> single;
        std::vector<Shape> shapes;
        collect(operand, neighbours, single, shapes);
        if (!single.empty()) shapes.insert(shapes.begin(), Shape{any_of(single)});
        return shapes;
    }

    void collect(const Query& operand, Neighbours neighbours, std::vector<std::string>& single,
                 std::vector<Shape>& shapes) const {
        each_child(operand,
                   [&](const Query& child) { collect(child, neighbours, single, shapes); });
        for (const PhraseReading& reading :
             phrase_readings(units_of(operand), prefix_, terms_, neighbours)) {
            if (reading.places.size() == 1) {
                single.push_back(reading.places.front());
            } else {
                shapes.emplace_back(reading.places.begin(), reading.places.end());
            }
        }
    }

    static std::vector<QueryUnit> units_of(const Query& operand) {
        if (const auto* word = std::get_if<WordQuery>(&operand.node)) return word->units;
        if (const auto* phrase = std::get_if<PhraseQuery>(&operand.node)) return phrase->units;
        const auto* pattern = std::get_if<PatternQuery>(&operand.node);
        if (pattern == nullptr || pattern->forms.empty()) return {};
        QueryUnit any;
        any.by_name_only = true;
        for (const PatternForm& form : pattern->forms)
            any.names.push_back({form.term, form.term, TokenKind::Word, false});
        return {any};
    }

    /// The windows that begin with `places`, with each of the shapes behind.
    void add(std::vector<std::vector<Shape>> shapes, const Shape& places) {
        if (windows_.size() == kMostWindows) return;
        if (shapes.empty()) {
            const std::size_t room = near_.distance - 1;
            windows_.emplace_back(Op::OP_PHRASE, places.begin(), places.end(),
                                  static_cast<Xapian::termcount>(places.size() + room));
            return;
        }
        const std::vector<Shape> first = std::move(shapes.front());
        shapes.erase(shapes.begin());
        for (const Shape& shape : first) {
            Shape longer = places;
            longer.insert(longer.end(), shape.begin(), shape.end());
            add(shapes, longer);
        }
    }

    const NearQuery& near_;
    const std::string& prefix_;
    const KnownTerms& terms_;
    std::vector<Op> windows_;
};

}  // namespace

Xapian::Query near_windows(const NearQuery& near, const std::string& prefix,
                           const KnownTerms& terms) {
    return Windows(near, prefix, terms).run();
}

}  // namespace sitrep
