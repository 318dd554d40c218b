// Documents that files no longer give, held back until it is known how many of a root would go.
// Included by this folder only.
#pragma once

#include "model/file_state.hpp"
#include "model/index_document.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace sitrep {

class HeldRemovals {
  public:
    /// One file's: what would go, and its state once that has gone.
    struct Removal {
        FileKey file;
        FileState state;
        std::vector<std::string> unique_terms;
    };

    /// From now on those of this root are held. When more than `most` would go none will, and
    /// beyond that they are only counted.
    void hold(const std::string& root, std::uint64_t most) { roots_[root] = {most, 0, {}}; }
    bool holds(const std::string& root) const { return roots_.contains(root); }

    void add(Removal removal) {
        Held& held = roots_.at(removal.file.root);
        held.count += removal.unique_terms.size();
        if (held.count <= held.most) {
            held.removals.push_back(std::move(removal));
        } else {
            held.removals = {};
        }
    }

    std::uint64_t count(const std::string& root) const {
        const auto held = roots_.find(root);
        return held == roots_.end() ? 0 : held->second.count;
    }

    /// What may go, which is then no longer held.
    std::vector<Removal> take(const std::string& root) {
        const auto held = roots_.find(root);
        if (held == roots_.end()) return {};
        std::vector<Removal> taken = std::move(held->second.removals);
        roots_.erase(held);
        return taken;
    }

  private:
    struct Held {
        std::uint64_t most = 0;
        std::uint64_t count = 0;
        std::vector<Removal> removals;
    };
    std::map<std::string, Held> roots_;
};

}  // namespace sitrep
